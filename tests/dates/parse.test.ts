import { expect } from 'chai';
import fc from 'fast-check';
import { formatPartialDate } from '../../server/dates/format.ts';
import { parsePartialDate } from '../../server/dates/parse.ts';

const reading = (text: string) => {
  const date = parsePartialDate(text);
  return [date.precision, date.earliest ?? null, date.latest ?? null];
};

describe('a date as papers write it', () => {
  const day = (iso: string) => ['day', iso, iso];
  const cases: [string, (string | null)[]][] = [
    ['1948', ['year', '1948-01-01', '1948-12-31']],
    ['2/1966', ['month', '1966-02-01', '1966-02-28']],
    ['02/1968', ['month', '1968-02-01', '1968-02-29']],
    ['12/5/1968', day('1968-05-12')],
    ['12.05.1968', day('1968-05-12')],
    ['12-5-1968', day('1968-05-12')],
    ['1968-05-12', day('1968-05-12')],
    ['12/5/68', day('1968-05-12')],
    ['/12/1946', ['month', '1946-12-01', '1946-12-31']],
    ['//1975', ['year', '1975-01-01', '1975-12-31']],
    ['00/00/1968', ['year', '1968-01-01', '1968-12-31']],
    ['?/5/1968', ['month', '1968-05-01', '1968-05-31']],
    ['../../1968', ['year', '1968-01-01', '1968-12-31']],
    ['12/?/1968', ['year', '1968-01-01', '1968-12-31']],
    ['12-1953', ['month', '1953-12-01', '1953-12-31']],
    ['ngày 09/6/1972', day('1972-06-09')],
    ['ngày 9 tháng 6 năm 1972', day('1972-06-09')],
    ['tháng 6 năm 1972', ['month', '1972-06-01', '1972-06-30']],
    ['năm 1972', ['year', '1972-01-01', '1972-12-31']],
    ['1948-1950', ['range', '1948-01-01', '1950-12-31']],
    ['1948 – 50', ['range', '1948-01-01', '1950-12-31']],
    ['từ 1948 đến 1950', ['range', '1948-01-01', '1950-12-31']],
    ['khoảng 1968', ['range', '1967-01-01', '1969-12-31']],
    ['1968?', ['range', '1967-01-01', '1969-12-31']],
    ['cuối năm 1967', ['range', '1967-09-01', '1967-12-31']],
    ['trước 1950', ['range', null, '1949-12-31']],
    ['196?', ['range', '1960-01-01', '1969-12-31']],
    ['12/195', ['range', '1950-12-01', '1959-12-31']],
    ['trong cuộc kháng chiến chống Pháp', ['range', '1945-09-23', '1954-07-21']],
    ['5/68', ['month', '1968-05-01', '1968-05-31']],
    ['?', ['unknown', null, null]],
    ['', ['unknown', null, null]],
    ['//', ['unknown', null, null]],
    ['không rõ', ['unknown', null, null]],
  ];
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => expect(reading(text)).to.deep.equal(expected));

  it('keeps an impossible day as written and says only its month', () => {
    const date = parsePartialDate('31/11/1981');
    expect(date).to.deep.include({ text: '31/11/1981', precision: 'month', month: 11, year: 1981 });
    expect(date).to.not.have.property('day');
    expect(reading('29/2/1967')).to.deep.equal(['month', '1967-02-01', '1967-02-28']);
    expect(reading('12/15/1968')).to.deep.equal(['year', '1968-01-01', '1968-12-31']);
  });

  it('takes no spreadsheet serial number for a date', () => {
    for (const serial of ['24972', '24972.0', '9999', '17'])
      expect(reading(serial)[0], serial).to.equal('unknown');
  });

  it('does not guess the century of "12/5/05"', () => expect(reading('12/5/05')[0]).to.equal('unknown'));

  it('gives back every real day that it is given', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1850-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (at) => {
          const iso = at.toISOString().slice(0, 10);
          const [year, month, dayOfMonth] = iso.split('-').map(Number);
          const date = parsePartialDate(`${String(dayOfMonth)}/${String(month)}/${String(year)}`);
          expect(date.earliest).to.equal(iso);
          expect(parsePartialDate(formatPartialDate(date, 'vi'))).to.deep.equal(date);
        },
      ),
    );
  });

  it('survives any text and never ends before it begins', () => {
    const piece = fc.constantFrom(
      '12',
      '5',
      '1968',
      '/',
      '-',
      '.',
      '?',
      ' ',
      'năm',
      'Tết',
      'Mậu Thân',
      'nhuận',
      'tháng',
      '30',
      'âm lịch',
      '0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const date = parsePartialDate(text);
          if (date.earliest && date.latest) expect(date.earliest <= date.latest, text).to.equal(true);
          expect(formatPartialDate(date, 'vi')).to.be.a('string').and.not.equal('');
          expect(formatPartialDate(date, 'en')).to.be.a('string').and.not.equal('');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a lunar date as papers write it', () => {
  const cases: [string, (string | null)[]][] = [
    // the 3rd of the second month; one day later at most where the South's calendar was meant
    ['mùng 3 tháng 2 năm Mậu Thân (âm lịch)', ['day', '1968-03-01', '1968-03-02']],
    ['mồng 1 Tết Mậu Thân', ['day', '1968-01-29', '1968-01-30']],
    ['Tết Mậu Thân 1968', ['range', '1968-01-28', '1968-02-28']],
    ['30 Tết Kỷ Dậu', ['day', '1969-02-15', '1969-02-16']],
    ['rằm tháng 7 năm Đinh Mùi', ['day', '1967-08-20', '1967-08-20']],
    ['10/6/1947 âm lịch', ['day', '1947-07-27', '1947-07-27']],
    ['tháng Chạp năm Bính Ngọ', ['month', '1967-01-11', '1967-02-08']],
    ['năm Ất Dậu', ['year', '1945-02-13', '1946-02-01']],
    ['mùng 5 ÂL', ['unknown', null, null]],
  ];
  for (const [text, expected] of cases)
    it(`reads "${text}"`, () => expect(reading(text)).to.deep.equal(expected));

  it('looks for a named year of birth sixty years earlier than one of death', () => {
    expect(parsePartialDate('Canh Thân', 1975).year).to.equal(1920);
    expect(parsePartialDate('Canh Thân', 1989).year).to.equal(1980);
  });
});

describe('a partial date as a reader sees it', () => {
  const shown: [string, string, string][] = [
    ['12/05/1968', '12/5/1968', '12 May 1968'],
    ['/05/1968', '5/1968', 'May 1968'],
    ['//1968', '1968', '1968'],
    ['31/11/1981', '11/1981', 'November 1981'],
    ['khoảng năm 1968', 'khoảng 1968', 'about 1968'],
    ['1948 đến 1950', '1948–1950', '1948–1950'],
    ['cuối năm 1967', 'cuối năm 1967', 'between 1 September 1967 and 31 December 1967'],
    ['trước 1950', 'trước 1950', 'before 31 December 1949'],
    ['//', 'chưa rõ', 'not known'],
    [
      'mùng 3/2 Mậu Thân',
      '1/3/1968, tức 3/2 năm Mậu Thân (1968) âm lịch',
      '1 March 1968 (3/2 Mậu Thân (1968), lunar calendar)',
    ],
  ];
  for (const [text, vi, en] of shown)
    it(`shows "${text}" as "${vi}"`, () => {
      const date = parsePartialDate(text);
      expect([formatPartialDate(date, 'vi'), formatPartialDate(date, 'en')]).to.deep.equal([vi, en]);
    });
});
