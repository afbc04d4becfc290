import { expect } from 'chai';
import fc from 'fast-check';
import { parsePartialDate } from '../../server/dates/parse.ts';
import { buildGazetteer, seedGazetteer, type GazetteerRows } from '../../server/units/gazetteer.ts';
import { daysFrom, spanOf } from '../../server/units/span.ts';
import { whereaboutsOf } from '../../server/units/stays.ts';
import { canBeSolved, wantedKey } from '../../server/units/tell.ts';
import { whereUnitWas } from '../../server/units/where.ts';

const at = (text: string, death: string) =>
  whereUnitWas({ text, death: parsePartialDate(death), home: undefined });

describe('where a unit was', () => {
  it('tells the fights of a battalion in the month a man fell', () => {
    const { meanings, sure } = at('c2 D 269', '1/1968');
    expect(sure).to.equal(true);
    expect(meanings[0]!.basis).to.equal('own');
    expect(meanings[0]!.stays.map(({ place, when }) => [place, when])).to.deep.equal([
      ['Tân Sơn Nhất', 'during'],
    ]);
  });

  it('shows every regiment that carried the number, each with its own places', () => {
    const { meanings, sure } = at('e24', '2/1968');
    expect(sure).to.equal(false);
    expect(meanings.map(({ unit }) => unit)).to.have.members(['e24a', 'e24-b3']);
    expect(meanings.find(({ unit }) => unit === 'e24a')!.stays[0]!.place).to.contain('Làng Vây');
  });

  it('says that it tells of the units below when a whole theatre is meant', () => {
    const { meanings } = at('KB', '5/1968');
    const theatre = meanings.find(({ unit }) => unit === 'b2')!;
    expect(theatre.basis).to.equal('below');
    expect(theatre.stays.every(({ unit }) => unit !== 'b2')).to.equal(true);
  });

  it('names no place when the year of death is not known', () => {
    const told = whereUnitWas({ text: 'e209', death: undefined, home: undefined });
    expect(told).to.not.have.property('from');
  });

  it('names nothing for a code of which nothing is known', () => {
    expect(at('86.500 YK', '1968').meanings).to.deep.equal([]);
  });

  const rows: GazetteerRows = {
    codes: [],
    units: [
      ['f1', 'Sư đoàn 1', 'f', ''],
      ['e1', 'Trung đoàn 1', 'e', 'f1'],
    ].map(([id, designation, level, parentId]) => ({
      id: id!,
      designation: designation!,
      level: level!,
      short: [id!],
      parentId: parentId!,
      from: '',
      to: '',
      area: '',
      theatre: '',
      formedFrom: '',
      note: '',
      source: 'thử',
      confidence: 'secondary',
    })),
    movements: [
      ['1967-01', '1967-03'],
      ['1969-01', '1969-12'],
    ].map(([from, to]) => ({
      unitId: 'f1',
      from: from!,
      to: to!,
      place: 'Plei Me',
      lat: 13.7,
      lng: 107.9,
      what: 'battle',
      source: 'thử',
      confidence: 'secondary',
    })),
  };
  const small = buildGazetteer(rows);
  const told = (from: string, to: string) => whereaboutsOf(small, small.units.get('e1')!, spanOf(from, to));

  it('tells of the division, and says so, when the regiment has no movements of its own', () => {
    const { basis, stays } = told('1967-02', '1967-02');
    expect(basis).to.equal('above');
    expect(stays.map(({ unit, when }) => [unit, when])).to.deep.equal([['f1', 'during']]);
  });

  it('tells the last place before and the first after when the time itself is not covered', () => {
    expect(told('1968-01', '1968-01').stays.map(({ from, when }) => [from, when])).to.deep.equal([
      ['1967-01', 'before'],
      ['1969-01', 'after'],
    ]);
  });

  it('tells nothing that is more than a year away', () => {
    expect(told('1972', '1972')).to.deep.include({ basis: 'none', stays: [] });
  });

  it('never calls a movement "during" that does not touch the time', () => {
    const gazetteer = seedGazetteer();
    const units = [...gazetteer.units.values()];
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.integer({ min: 1945, max: 1990 }),
        fc.integer({ min: 1, max: 12 }),
        (unit, year, month) => {
          const asked = spanOf(`${year}-${String(month).padStart(2, '0')}`, '');
          for (const stay of whereaboutsOf(gazetteer, unit, asked).stays) {
            const days = daysFrom(spanOf(stay.from, stay.to), asked);
            expect(stay.when === 'during').to.equal(days === 0);
            expect(Math.abs(days)).to.be.at.most(366);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what would help most families', () => {
  for (const [element, is] of [
    ['d3', false],
    ['num:7', false],
    ['d502', true],
    ['code:KN', true],
    ['hom:86500YK', true],
  ] as const)
    it(`${is ? 'asks for' : 'leaves out'} ${element}`, () => expect(canBeSolved(element)).to.equal(is));

  it('takes letter boxes of one number for one question', () => {
    expect(wantedKey('hom:86500YK')).to.equal(wantedKey('hom:86500'));
    expect(wantedKey('code:KB')).to.not.equal(wantedKey('code:KN'));
  });
});
