import { expect } from 'chai';
import fc from 'fast-check';
import type { Plot } from '../../client/map/plot-index.ts';
import { PlotIndex } from '../../client/map/plot-index.ts';

/** A slightly crooked cemetery: rows of ten graves, 30 wide and 50 high, with paths between. */
function cemetery(rows: number): Plot[] {
  return Array.from({ length: rows * 10 }, (_, i) => {
    const [row, column] = [Math.floor(i / 10), i % 10];
    const [x, y] = [100 + column * 40 + row * 3, 200 + row * 90 + column * 2];
    const corners: [number, number][] = [
      [x, y],
      [x + 30, y + 1],
      [x + 30, y + 51],
      [x, y + 50],
    ];
    return {
      id: `${row + 1}/${column + 1}`,
      row: String(row + 1),
      number: String(column + 1),
      state: 'named',
      shape: corners,
    };
  });
}

describe('map: plots of a diagram', () => {
  const plots = cemetery(200);
  const index = new PlotIndex(plots);

  it('finds the plot under a finger, also when it lands just beside', () => {
    expect(index.at(115, 225, 5)?.plot.id).to.equal('1/1');
    expect(index.at(134, 225, 5)?.plot.id).to.equal('1/1');
    expect(index.at(115, 180, 5)).to.equal(undefined);
  });

  it('finds in any window just the plots that a look at every one finds', () => {
    const side = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 900 }), (left, top, width) => {
        const box = { left, top, right: left + width, bottom: top + width };
        const expected = index.all.filter(
          (placed) =>
            placed.box.left < box.right &&
            placed.box.right > box.left &&
            placed.box.top < box.bottom &&
            placed.box.bottom > box.top,
        );
        expect([...index.inBox(box)].map(({ plot }) => plot.id)).to.have.members(
          expected.map(({ plot }) => plot.id),
        );
      }),
    );
  });

  it('walks along a crooked row and on to the next with the arrow keys', () => {
    expect(index.next('3/4', 'right')?.plot.id).to.equal('3/5');
    expect(index.next('3/4', 'left')?.plot.id).to.equal('3/3');
    expect(index.next('3/4', 'down')?.plot.id).to.equal('4/4');
    expect(index.next('3/4', 'up')?.plot.id).to.equal('2/4');
    expect(index.next('1/10', 'right')).to.equal(undefined);
  });

  it('steps over a gap in the row', () => {
    const gap = new PlotIndex(plots.filter(({ id }) => id !== '3/5' && id !== '3/6'));
    expect(gap.next('3/4', 'right')?.plot.id).to.equal('3/7');
  });

  it('reaches every grave of a row by going right from its first', () => {
    const visited = ['7/1'];
    for (let at = index.next('7/1', 'right'); at; at = index.next(at.plot.id, 'right'))
      visited.push(at.plot.id);
    expect(visited).to.deep.equal(Array.from({ length: 10 }, (_, i) => `7/${i + 1}`));
  });
});
