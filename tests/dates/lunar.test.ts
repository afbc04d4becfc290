import { expect } from 'chai';
import fc from 'fast-check';
import { deathDay, lunarOf, nextDeathDay, solarOf, solarSpan } from '../../server/dates/lunar.ts';
import { yearName } from '../../server/dates/year-name.ts';
import { parsePartialDate } from '../../server/dates/parse.ts';

describe('the lunar calendar', () => {
  const newYears: [string, number, string][] = [
    ['1945-02-13', 1945, 'Ất Dậu'],
    // 29/1/1968 in the North (UTC+7, our rule); the South, still at UTC+8, kept it on 30/1
    ['1968-01-29', 1968, 'Mậu Thân'],
    ['1975-02-11', 1975, 'Ất Mão'],
    // a month before China's, the known difference between UTC+7 and UTC+8
    ['1985-01-21', 1985, 'Ất Sửu'],
    ['2007-02-17', 2007, 'Đinh Hợi'],
    ['2024-02-10', 2024, 'Giáp Thìn'],
    ['2025-01-29', 2025, 'Ất Tỵ'],
    ['2026-02-17', 2026, 'Bính Ngọ'],
  ];
  for (const [iso, year, name] of newYears)
    it(`begins ${name} on ${iso}`, () => {
      expect(lunarOf(iso)).to.deep.equal({ day: 1, month: 1, year, leap: false });
      expect([solarOf({ day: 1, month: 1, year, leap: false }), yearName(year)]).to.deep.equal([iso, name]);
    });

  it('knows days that everybody knows', () => {
    // President Hồ Chí Minh died on 2/9/1969, remembered on 21/7 of the lunar calendar
    expect(lunarOf('1969-09-02')).to.include({ day: 21, month: 7 });
    // Hùng Kings' day, 10/3, of 2024 and 2025
    expect(solarOf({ day: 10, month: 3, year: 2024, leap: false })).to.equal('2024-04-18');
    expect(solarOf({ day: 10, month: 3, year: 2025, leap: false })).to.equal('2025-04-07');
  });

  it('knows the leap months', () => {
    expect(lunarOf('2025-07-25')).to.deep.equal({ day: 1, month: 6, year: 2025, leap: true });
    expect(lunarOf('2023-03-22')).to.deep.equal({ day: 1, month: 2, year: 2023, leap: true });
    expect(solarSpan(2024, 6, true)).to.equal(undefined);
  });

  it('has no 30th in a month of 29 days', () =>
    expect(solarOf({ day: 30, month: 2, year: 2025, leap: false })).to.equal(undefined));

  it('leads back to every day from 1900 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
        const iso = new Date(Date.UTC(1900, 0, 31) + days * 86_400_000).toISOString().slice(0, 10);
        expect(solarOf(lunarOf(iso))).to.equal(iso);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('ngày giỗ', () => {
  it('is the lunar day of the death', () =>
    expect(deathDay(parsePartialDate('12/5/1968'))).to.deep.equal({
      day: 16,
      month: 4,
      fromLeapMonth: false,
      year: 1968,
      yearName: 'Mậu Thân',
    }));

  it('is not made up when the day is not known', () => {
    for (const text of ['5/1968', '1968', '31/11/1981', 'khoảng 1968', '?'])
      expect(deathDay(parsePartialDate(text))).to.equal(undefined);
  });

  it('is the written day when the paper gives the lunar one', () =>
    expect(deathDay(parsePartialDate('mùng 3 tháng 2 năm Mậu Thân'))).to.include({ day: 3, month: 2 }));

  it('falls next on a day to come, or today', () => {
    expect(nextDeathDay({ day: 16, month: 4 }, '2026-11-24')).to.deep.equal({
      date: '2027-05-21',
      day: 16,
      month: 4,
      lunarYear: 2027,
      daysAway: 178,
    });
    expect(nextDeathDay({ day: 16, month: 4 }, '2027-05-21').daysAway).to.equal(0);
    expect(nextDeathDay({ day: 16, month: 4 }, '2027-05-22').lunarYear).to.equal(2028);
  });

  it('of a leap month is kept in the regular one', () => {
    const leapDeath = deathDay(parsePartialDate('20/7/1971'));
    expect(leapDeath).to.include({ day: 28, month: 5, fromLeapMonth: true });
    // 2025 has a sixth month twice: the first one counts
    expect(nextDeathDay({ day: 1, month: 6 }, '2025-06-01').date).to.equal('2025-06-25');
  });

  it('on a 30th is kept on the 29th in a short month', () =>
    expect(nextDeathDay({ day: 30, month: 2 }, '2025-03-01')).to.include({ day: 29, date: '2025-03-28' }));
});
