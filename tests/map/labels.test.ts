import { expect } from 'chai';
import fc from 'fast-check';
import { overlap } from '../../client/map/box-grid.ts';
import type { Wish } from '../../client/map/labels.ts';
import { placeLabels, wrap } from '../../client/map/labels.ts';

const style = { font: '12px serif', size: 12, colour: '#000' };
const measure = (text: string): number => text.length * 7;
const wish = (text: string, x: number, y: number, more: Partial<Wish> = {}): Wish => ({
  text,
  x,
  y,
  style,
  weight: 5,
  ...more,
});

describe('map: finding room for names', () => {
  it('never lets two names overlap', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 400 }),
      weight: fc.integer({ min: 1, max: 9 }),
      text: fc.constantFrom('Huế', 'Đông Hà', 'Phan Rang - Tháp Chàm', 'Buôn Ma Thuột'),
      dot: fc.constantFrom(2, 3),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const placed = placeLabels(
          points.map(({ text, x, y, weight, dot }) => wish(text, x, y, { weight, dot })),
          measure,
        );
        const texts = placed.map(({ lines, x, y }) => {
          const [width, height] = [Math.max(...lines.map(measure)), lines.length * 12];
          return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
        });
        texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => expect(overlap(a, b)).to.equal(false)));
      }),
    );
  });

  it('gives the place to the weightier of two towns, whichever comes first in the list', () => {
    const towns = [wish('Nhỏ', 100, 100, { weight: 9 }), wish('Lớn', 101, 101, { weight: 1 })];
    expect(placeLabels(towns, measure).map((placed) => placed.wish.text)).to.deep.equal(['Lớn']);
  });

  it('moves a town’s name to another side of its dot before giving it up', () => {
    const towns = [wish('Đông Hà', 100, 100, { dot: 3 }), wish('Huế', 125, 104, { dot: 3, weight: 1 })];
    const placed = placeLabels(towns, measure);
    expect(placed).to.have.length(2);
    expect(placed.find(({ wish: { text } }) => text === 'Đông Hà')!.x).to.be.below(100);
  });

  it('writes a river’s name again only far from where it stands', () => {
    const once = { key: 'Sông Hậu', apart: 300 };
    const names = [0, 100, 200, 400, 800].map((x) => wish('Sông Hậu', x, 0, { once, angle: 10 }));
    expect(placeLabels(names, measure).map(({ wish: { x } }) => x)).to.deep.equal([0, 400, 800]);
  });

  it('breaks long names near the middle and before a bracket', () => {
    expect(wrap('Phan Rang - Tháp Chàm', 16)).to.deep.equal(['Phan Rang -', 'Tháp Chàm']);
    expect(wrap('Quần đảo Hoàng Sa (Việt Nam)', 16)).to.deep.equal(['Quần đảo Hoàng Sa', '(Việt Nam)']);
    expect(wrap('Cần Thơ', 16)).to.deep.equal(['Cần Thơ']);
  });
});
