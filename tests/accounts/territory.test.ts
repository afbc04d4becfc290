import { expect } from 'chai';
import { areasLike } from '../../server/accounts/areas.ts';
import { isInside } from '../../server/accounts/territory.ts';
import { gazetteer } from '../../server/places/gazetteer.ts';

const canTho = 'p2026-92';

describe('an office’s area', () => {
  it('holds every commune of today in its own province and in no other', () => {
    const { communesToday, provincesToday } = gazetteer();
    for (const commune of communesToday.filter((_each, at) => at % 7 === 0))
      expect(
        provincesToday.filter(({ id }) => isInside(commune.id, id)).map(({ id }) => id),
        commune.name,
      ).to.deep.equal([commune.parent!.id]);
  });

  it('holds old places through what they became', () => {
    // xã Vị Thanh and huyện Vị Thủy of Hậu Giang, tỉnh Hậu Giang of 2025: all in Cần Thơ of today
    for (const old of ['c2025-31465', 'd2025-935', 'p2025-93'])
      expect(isInside(old, canTho), old).to.equal(true);
    expect(isInside('p2025-93', 'p2026-91')).to.equal(false);
  });

  it('holds a commune that was divided in each of its parts', () => {
    const { communes } = gazetteer();
    const divided = communes.find(({ became }) => new Set(became).size === 2)!;
    for (const part of divided.became!) expect(isInside(divided.id, part.id)).to.equal(true);
    const other = gazetteer().communesToday.find((unit) => !divided.became!.includes(unit))!;
    expect(isInside(divided.id, other.id)).to.equal(false);
  });

  it('of a commune does not hold what is known only as the province, nor a neighbour', () => {
    expect(isInside(canTho, 'c2026-31321')).to.equal(false);
    expect(isInside('c2026-31465', 'c2026-31321')).to.equal(false);
    expect(isInside('nothing', canTho)).to.equal(false);
  });

  it('is found by its name without accents, with the province where names are alike', () => {
    expect(areasLike('can tho', 'province').map(({ id }) => id)).to.deep.equal([canTho]);
    expect(areasLike('Vị Thanh 1, Cần Thơ', 'commune').map(({ id }) => id)).to.deep.equal(['c2026-31465']);
    expect(areasLike('tan hoa', 'commune').length).to.be.greaterThan(1);
  });
});
