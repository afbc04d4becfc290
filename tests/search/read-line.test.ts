import { expect } from 'chai';
import { readLine } from '../../server/search/read-line.ts';

/** Lines as people typed them in trials, and what must be understood. */
const lines: [string, Record<string, string>][] = [
  ['nguyen van hai vi thanh hy sinh 1968', { name: 'nguyen van hai', home: 'vi thanh', deathYear: '1968' }],
  ['Nguyen Van Hai, Vi Thanh, hy sinh 1968', { name: 'Nguyen Van Hai', home: 'Vi Thanh', deathYear: '1968' }],
  ['Nguyen Van Hai sn 1948 hs 1968', { name: 'Nguyen Van Hai', birthYear: '1948', deathYear: '1968' }],
  ['vi thanh nguyen van hai', { name: 'nguyen van hai', home: 'vi thanh' }],
  ['Vi Thanh, Nguyen Van Hai', { name: 'Nguyen Van Hai', home: 'Vi Thanh' }],
  ['Ha Nam Ninh', { home: 'Ha Nam Ninh' }],
  [
    'le thi hoa que long my hau giang mat 1972',
    { name: 'le thi hoa', home: 'long my hau giang', deathYear: '1972' },
  ],
  ['bui tien dung nam dinh', { name: 'bui tien dung', home: 'nam dinh' }],
  ['nguyen van linh', { name: 'nguyen van linh' }],
  ['A Sang kon tum', { name: 'A Sang', home: 'kon tum' }],
  ['liệt sĩ Trần Văn Ba 1945-1968', { name: 'Trần Văn Ba', birthYear: '1945', deathYear: '1968' }],
  [
    'hy sinh o Khe Sanh nam 1968 tran van ba',
    { name: 'tran van ba', deathPlace: 'Khe Sanh', deathYear: '1968' },
  ],
  [
    'nguyen van hai 20 tuoi hy sinh tai Khe Sanh 1968',
    { name: 'nguyen van hai', age: '20', deathPlace: 'Khe Sanh', deathYear: '1968' },
  ],
  [
    'pham van minh e12 nghia trang vi thanh',
    { name: 'pham van minh', unit: 'e12', cemetery: 'nghia trang vi thanh' },
  ],
];

describe('one free line', () => {
  for (const [line, facts] of lines)
    it(`understands “${line}”`, () => {
      const { chips, ...read } = readLine(line);
      expect(read).to.deep.equal(facts);
      expect(chips.map(({ field }) => field)).to.have.members(Object.keys(facts));
    });

  it('asks what could be meant two ways instead of guessing silently', () => {
    const other = (line: string, field: string) =>
      readLine(line)
        .chips.find((chip) => chip.field === field)
        ?.alternatives.map((one) => one.field);
    expect(other('tran van nam can tho', 'home')).to.deep.equal(['deathPlace']);
    expect(other('tran van nam 1968', 'deathYear')).to.deep.equal(['birthYear']);
    expect(other('Ha Nam Ninh', 'home')).to.contain('name');
  });
});
