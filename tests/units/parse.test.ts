import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseUnit } from '../../server/units/parse.ts';
import { printChain, unitInWords, unitTokens } from '../../server/units/words.ts';
import { measure, strings } from './strings.ts';

const share = ({ right, all }: { right: number; all: number }): number => right / all;

describe('reading unit strings', () => {
  it('reads the labelled strings at the promised shares, in either half', () => {
    for (const half of ['development', 'held-out'] as const) {
      const { shares } = measure(strings().filter((row) => row.half === half));
      expect(share(shares['marked sure, plain chains']!), `${half}, plain`).to.be.at.least(0.96);
      expect(share(shares['all strings']!), `${half}, all`).to.be.at.least(0.88);
    }
  });

  const sameUnit = [
    'c3 d5 e12 f7',
    'C3-D5-E12-F7',
    'C.3, D.5, E.12, F.7',
    'c3/d5/e12/f7',
    'F7 - E12 - D5 - C3',
    'Đại đội 3, Tiểu đoàn 5, Trung đoàn 12, Sư đoàn 7',
    'ĐẠI ĐỘI 3 TIỂU ĐOÀN 5 TRUNG ĐOÀN 12 SƯ ĐOÀN 7',
    'dai doi 3 tieu doan 5 trung doan 12 su doan 7',
    'Đạiđội 3, tiểuđoàn 5, trungđoàn 12, sưđoàn 7',
    'Hạ sĩ, A phó, đại đội 3 trinh sát, D5 của E12 thuộc F7',
  ];
  for (const text of sameUnit) {
    it(`reads ${text}`, () => {
      expect(parseUnit(text)).to.include({ chainText: 'c3/d5/e12/f7', sure: true });
    });
  }

  const readings: [string, string, boolean][] = [
    ['86.500 YK', 'hom:86500YK', true],
    ['KB', 'code:KB', true],
    ['K5', 'code:K5', true],
    ['B2', 'mt:B2', false],
    ['Chiến sĩ, B2 Huyện đội Tam Nông', 'b2/local:huyện đội Tam Nông', true],
    ['TĐ 109', 'd109', false],
    ['TĐ 5, Trung đoàn 12', 'd5/e12', true],
    ['5-2-3-304', 'c5/d2/e3/f304', false],
    ['D5O2', 'd502', false],
    ['D 502, D 307', 'd502/d307', false],
    ['Trung đoàn 320 và Trung đoàn 66', 'e320 + e66', true],
    ['Du kích xã Tịnh Thới', 'local:du kích xã Tịnh Thới', true],
    ['Mặt trận phía Nam', 'none', true],
    ['hy sinh 30/4/1975', 'none', true],
  ];
  for (const [text, chain, sure] of readings) {
    it(`reads ${text} as ${chain}, ${sure ? 'sure' : 'in doubt'}`, () => {
      expect(parseUnit(text)).to.include({ chainText: chain, sure });
    });
  }

  it('tells rank, post and place apart from the unit', () => {
    const reading = parseUnit('Thượng sĩ, b trưởng, Đặc công tỉnh đội V.Long');
    expect(reading.post).to.deep.equal(['thượng sĩ', 'trung đội trưởng']);
    expect(reading.place).to.deep.equal(['tỉnh Vĩnh Long']);
  });

  it('says a chain in words and gives the tokens of the index', () => {
    const reading = parseUnit('C3 D5 E12, huyện đội Hồng Ngự, KB');
    expect(unitInWords(parseUnit('c3 d5 e12'), 'vi')).to.equal('Đại đội 3, Tiểu đoàn 5, Trung đoàn 12');
    expect(unitInWords(parseUnit('c3 d5 e12'), 'en')).to.equal('Company 3, Battalion 5, Regiment 12');
    expect(unitTokens(reading)).to.include.members([
      'c3',
      'd5',
      'e12',
      'local:huyen doi hong ngu',
      'code:kb',
    ]);
  });
});

describe('reading what was not in any list', () => {
  it('still reads the strings written for the purpose and checked by eye', () => {
    const file = new URL('more-strings.csv', import.meta.url);
    const rows = parse<{ text: string; chain: string }>(readFileSync(file), { columns: true });
    expect(rows).to.have.lengthOf.at.least(100);
    const wrong = rows
      .filter(({ text, chain }) => parseUnit(text).chainText !== chain)
      .map(({ text }) => text);
    expect(wrong).to.deep.equal([]);
  });

  /** Every way of writing one level with its number. */
  const ways: Record<'b' | 'c' | 'd' | 'e' | 'f', string[]> = {
    b: ['b#', 'B.#', 'Trung đội #', 'trung đội số #', 'TRUNG ĐỘI #', 'trung doi #', 'Tr.đội #'],
    c: [
      'c#',
      'C#',
      'C.#',
      'C. #',
      'C-#',
      'Đại đội #',
      'đại đội trinh sát #',
      'ĐẠI ĐỘI #',
      'ĐĐ #',
      'dai doi #',
      'Đạiđội #',
    ],
    d: [
      'd#',
      'D#',
      'D.#',
      'D #',
      'D-#',
      'Tiểu đoàn #',
      'tiểu đòan #',
      'TIỂU ĐOÀN #',
      'Tiểu đoàn bộ binh #',
      'tieu doan #',
    ],
    e: [
      'e#',
      'E#',
      'E.#',
      'E #',
      'Trung đoàn #',
      'trung E #',
      'TRUNG ĐOÀN #',
      'Trung đoàn pháo binh #',
      'TrĐ #',
      'trungđoàn #',
    ],
    f: [
      'f#',
      'F#',
      'F.#',
      'F #',
      'Sư đoàn #',
      'sư #',
      'SƯ ĐOÀN #',
      'Đại đoàn #',
      'su doan #',
      'Sư đoàn bộ binh #',
    ],
  };
  const upper = ['', '/Quân khu 9', ' - QK9', ', QK 9', ', Quân khu IX', ' thuộc Quân khu 9'];
  const before = [
    '',
    'Trung sĩ, ',
    'Thượng sỹ - ',
    'Hạ sĩ, A phó - ',
    'B trưởng, ',
    'Chính trị viên, ',
    'Y tá - ',
    'C/sỹ ',
  ];
  const separators = [', ', ' - ', '-', ' – ', '/', '; ', ' ', ' thuộc ', ' của '];

  it('reads any mixture of notations, small to large or large to small, as the same chain', () => {
    const levels = fc.subarray(['b', 'c', 'd', 'e', 'f'] as const, { minLength: 1 });
    const unit = fc.tuple(levels, fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 5, maxLength: 5 }));
    const choice = fc.array(fc.nat(), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(unit, choice, fc.boolean(), ([chosen, numbers], picks, turned) => {
        const pick = (list: readonly string[], at: number): string => list[picks[at]! % list.length]!;
        const parts = chosen.map((level, at) => pick(ways[level], at).replace('#', String(numbers[at])));
        const separator = pick(separators, 5);
        const above = turned ? '' : pick(upper, 6);
        const post = pick(before, 7);
        const text = post + (turned ? parts.reverse() : parts).join(separator) + above;
        const chain = chosen.map((level, at) => `${level}${String(numbers[at])}`);
        if (above !== '') chain.push('qk9');
        // A platoon B1–B5 alone or above nothing is a theatre as well, and a bare "B trưởng" is a post.
        fc.pre(!(chosen[0] === 'b' && numbers[0]! <= 5));
        expect(parseUnit(text).chainText, text).to.equal(chain.join('/'));
      }),
      { numRuns: 3000 },
    );
  });
});

/** One slip of pen or scan in the letters of a text: one lost, doubled, swapped, torn off or without its marks. */
function damaged(text: string, where: number, kind: number): string {
  const letters = Array.from(text);
  const places = letters.flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));
  const at = places[where % places.length]!;
  const letter = letters[at]!;
  const slips = [
    [],
    [letter, letter],
    [letters[at + 1] ?? '', letter],
    [' ', letter],
    [letter.normalize('NFD').charAt(0)],
  ];
  letters.splice(at, kind === 2 ? 2 : 1, ...slips[kind]!);
  return letters.join('');
}

describe('reading damaged strings', () => {
  const forms = {
    c: ['C.#', 'Đại đội #', 'ĐẠI ĐỘI #', 'đại đội #'],
    d: ['D #', 'Tiểu đoàn #', 'TIỂU ĐOÀN #', 'tiểu đoàn #'],
    e: ['E#', 'Trung đoàn #', 'TRUNG ĐOÀN #', 'trung đoàn #'],
    f: ['F#', 'Sư đoàn #', 'SƯ ĐOÀN #', 'sư đoàn #'],
  };
  const string = fc.record({
    levels: fc.subarray(['c', 'd', 'e', 'f'] as const, { minLength: 1 }),
    numbers: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 4, maxLength: 4 }),
    picks: fc.array(fc.nat({ max: 59 }), { minLength: 6, maxLength: 6 }),
    where: fc.nat(),
    kind: fc.nat({ max: 4 }),
  });
  const written = string.map(({ levels, numbers, picks, where, kind }) => {
    const parts = levels.map((level, at) => forms[level][picks[at]! % 4]!.replace('#', String(numbers[at])));
    const post = ['', 'Trung sĩ, ', 'Thượng sĩ - ', 'Tiểu đội trưởng, '][picks[4]! % 4]!;
    const text = post + parts.join([', ', ' - ', '-', '/', ' '][picks[5]! % 5]);
    return {
      text: damaged(text, where, kind),
      chain: levels.map((level, at) => `${level}${String(numbers[at])}`).join('/'),
    };
  });

  it('reads nine of ten right, and never says a wrong chain is sure', () => {
    const samples = fc.sample(written, { numRuns: 4000, seed: 1975 });
    const readings = samples.map(({ text, chain }) => ({ text, wanted: chain, ...parseUnit(text) }));
    const right = readings.filter(({ wanted, chainText }) => wanted === chainText);
    expect(right.length / readings.length).to.be.at.least(0.88);
    const wrong = readings
      .filter(({ wanted, chainText, sure }) => sure && wanted !== chainText)
      .map(({ text }) => text);
    expect(wrong).to.deep.equal([]);
  });
});

describe('reading any text', () => {
  /** Words people use, in any order and with any separators, and any other text between. */
  const written = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            'D',
            'c',
            'E12',
            'Tiểu đoàn',
            'trung đoàn 3',
            'du kích xã',
            'Mỹ Trà',
            'H.',
            '(',
            ')',
            ' + ',
            ' và ',
            '/',
            ' - ',
            '.',
            ', ',
          ],
          ...[
            'TĐ',
            'B2',
            'K',
            'QK II',
            'hòm thư',
            '86.500 YK',
            'bộ đội',
            'trưởng',
            'phó',
            'huyện đội',
            'CL',
            'khu',
            '559',
            'O',
            '50',
            'Đ',
            ' ',
          ],
          ...[
            'Bộ Tư lệnh',
            'đội',
            'ban',
            'mặt trận',
            'đoàn',
            'thuộc',
            'Miền',
            'none',
            'local:',
            'độit ỉnh',
            'pháo binh',
            'y tá',
            'chính trị viên',
          ],
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.nat({ max: 9999 }).map(String),
      ),
      { maxLength: 12 },
    )
    .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));

  it('prints a chain that reads as itself, and never throws', () => {
    fc.assert(
      fc.property(written, (text) => {
        const printed = printChain(parseUnit(text));
        expect(printChain(parseUnit(printed)), `${JSON.stringify(text)} → ${printed}`).to.equal(printed);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes every number of a chain from the text', () => {
    fc.assert(
      fc.property(written, (text) => {
        // Roman and spelled numbers, and letters for digits, are read too; what is sure and Arabic must be there.
        const { chain, sure } = parseUnit(text);
        const digits = text.match(/[0-9]+/g)?.map((number) => number.replace(/^0+(?=.)/, '')) ?? [];
        for (const element of chain) {
          if (!sure || !('level' in element) || ['khu', 'qk', 'qd'].includes(element.level)) continue;
          const number = /^\d+/.exec(element.number)?.[0];
          if (number)
            expect(digits, `${JSON.stringify(text)} → ${element.level}${element.number}`).to.include(number);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads hostile text of 100 kB in linear time', () => {
    const seeds = [
      'D',
      'D5',
      'd 5 ',
      '5-',
      '(',
      'đội ',
      'tiểu đoàn ',
      'Mỹ ',
      'K',
      '/',
      ' + ',
      'ban chỉ huy ',
      'a'.repeat(40),
      'e\u0301\u0323',
      'độit ',
      '1O',
      'xã ',
    ];
    for (const seed of seeds) {
      const time = (length: number): number => {
        const text = seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
        const start = process.hrtime.bigint();
        parseUnit(text);
        return Number(process.hrtime.bigint() - start) / 1e6;
      };
      time(1000);
      expect(time(100_000), `${JSON.stringify(seed)} × 100 kB, ms`).to.be.below(400);
    }
  });
});
