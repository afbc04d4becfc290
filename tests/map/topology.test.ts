import { expect } from 'chai';
import fc from 'fast-check';
import { decodeArcs, joinArcs, packNumbers, unpackNumbers } from '../../client/map/topology.ts';

describe('map: packed shapes', () => {
  it('gives back every whole number that was packed', () => {
    const numbers = fc.array(fc.integer({ min: -2_000_000, max: 2_000_000 }));
    fc.assert(
      fc.property(numbers, (list) => {
        expect(unpackNumbers(packNumbers(list))).to.deep.equal(list);
      }),
    );
  });

  it('adds the steps up to degrees', () => {
    const arcs = decodeArcs({
      scale: [0.5, 0.25],
      origin: [100, 10],
      arcs: [packNumbers([2, 4, 2, -4, -1, 0])],
      shapes: {},
    });
    expect(arcs).to.deep.equal([[101, 11, 102, 10, 101.5, 10]]);
  });

  it('walks an arc backwards and keeps the point where two arcs meet once', () => {
    const arcs = [
      [0, 0, 1, 0, 1, 1],
      [0, 5, 0, 0],
    ];
    expect(joinArcs(arcs, [1, 0])).to.deep.equal([0, 5, 0, 0, 1, 0, 1, 1]);
    expect(joinArcs(arcs, [~0, ~1])).to.deep.equal([1, 1, 1, 0, 0, 0, 0, 5]);
  });
});
