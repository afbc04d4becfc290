import { phraseBook } from './phrases.ts';

/** The head of a local force or of a body bound to one rung of the administration. */
export interface Head {
  tag: 'local' | 'other';
  words: string;
  /** The rung the head itself names ("tỉnh đội" → tỉnh), so that a place after it is of that rung. */
  rung?: string;
}

const RUNGS: [string, string, string[]][] = [
  ['tỉnh', 'tỉnh', ['tỉnh', 't']],
  ['huyện', 'huyện', ['huyện', 'h']],
  ['thị', 'thị xã', ['thị', 'thị xã', 'tx']],
  ['xã', 'xã', ['xã', 'x']],
  ['ấp', 'ấp', ['ấp']],
  ['quận', 'quận', ['quận']],
  ['thành', 'thành phố', ['thành']],
  ['phường', 'phường', ['phường']],
  ['thôn', 'thôn', ['thôn']],
];

function rungHeads(): [Head, ...string[]][] {
  return RUNGS.flatMap(([seat, rung, ways]) => [
    [
      { tag: 'local', words: `${seat} đội`, rung },
      ...ways.flatMap((way) => [`${way} đội`, `${way} đội bộ`, ...(way.length < 3 ? [`${way}đội`] : [])]),
    ] as [Head, ...string[]],
    ...['ủy', 'đoàn', 'hội'].map(
      (end) =>
        [
          { tag: 'other', words: `${seat} ${end}`, rung },
          ...ways.filter((way) => end !== 'hội' || way === 'tỉnh').map((way) => `${way} ${end}`),
        ] as [Head, ...string[]],
    ),
  ]).filter(([, ...ways]) => ways.length > 0);
}

/** Heads of local forces (local:) and of party and youth bodies of one rung (other:). */
export const localHeads = phraseBook<Head>([
  ...rungHeads(),
  [{ tag: 'other', words: 'khu ủy', rung: 'khu' }, 'khu ủy'],
  [
    { tag: 'local', words: 'du kích' },
    'du kích',
    'd kích',
    'dkích',
    '^dk',
    'du kich',
    'du kính',
    'quân du kích',
    'đội du kích',
  ],
  [{ tag: 'local', words: 'du kích mật' }, 'du kích mật'],
  [{ tag: 'local', words: 'dân quân' }, 'dân quân'],
  [{ tag: 'local', words: 'dân quân du kích' }, 'dân quân du kích', '^dqdk'],
  [{ tag: 'local', words: 'dân quân tự vệ' }, 'dân quân tự vệ', '^dqtv'],
  [{ tag: 'local', words: 'tự vệ' }, 'tự vệ'],
  [
    { tag: 'local', words: 'địa phương quân' },
    'địa phương quân',
    '^đpq',
    'đpq',
    'đ p q',
    'đp quân',
    'đ phương quân',
  ],
  [
    { tag: 'local', words: 'bộ đội địa phương' },
    'bộ đội địa phương',
    '^bđđp',
    'bđ địa phương',
    'b đ địa phương',
    'bộ đội đp',
    'bộ đội đ phương',
    'bđ đp',
  ],
  [{ tag: 'local', words: 'cơ động' }, 'cơ động'],
  [{ tag: 'local', words: 'địa phương' }, 'địa phương'],
]);

/** "Bộ đội": soldiers; a body only together with the place or region they belong to. */
export const soldiers = phraseBook<'bộ đội'>([
  ['bộ đội', 'bộ đội', '^bđ', 'b đội', 'bội đội', 'bộ đọi', 'bđội', 'bộ đ', 'b đ'],
  ['bộ đội', 'chủ lực'],
]);
