import { expect } from 'chai';
import fc from 'fast-check';
import type { Line } from '../../client/map/lines.ts';
import { clipLine, clipRing } from '../../client/map/lines.ts';

function line(points: number[]): Line {
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
  return { points: Float64Array.from(points), box };
}

function area(ring: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const next = (i + 2) % ring.length;
    sum += ring[i]! * ring[next + 1]! - ring[next]! * ring[i + 1]!;
  }
  return sum / 2;
}

describe('map: cutting shapes to tiles', () => {
  it('loses no ground and paints none twice: the parts in four tiles make up the whole', () => {
    const corner = fc.integer({ min: 0, max: 100 });
    const ring = fc
      .array(corner, { minLength: 6, maxLength: 24 })
      .map((list) => list.slice(0, list.length & ~1));
    fc.assert(
      fc.property(ring, (points) => {
        const tiles = [
          [0, 0],
          [50, 0],
          [0, 50],
          [50, 50],
        ].map(([left, top]) => ({ left: left!, top: top!, right: left! + 50, bottom: top! + 50 }));
        const parts = tiles.reduce((sum, tile) => sum + area(clipRing(line(points), tile)), 0);
        expect(parts).to.be.closeTo(area(points), 1e-6);
      }),
    );
  });

  it('keeps only the pieces of a line that touch the tile and says how far along each begins', () => {
    const winding = line([0, 0, 10, 0, 10, 50, 20, 50, 20, 0, 30, 0]);
    const pieces = clipLine(winding, { left: -1, top: -1, right: 31, bottom: 5 });
    expect(pieces.map((piece) => piece.start)).to.deep.equal([0, 70]);
    expect(pieces[0]!.points).to.deep.equal([0, 0, 10, 0, 10, 50]);
    expect(pieces[1]!.points).to.deep.equal([20, 50, 20, 0, 30, 0]);
  });
});
