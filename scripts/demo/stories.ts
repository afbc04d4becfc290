import type { PartialDate } from '../../server/dates/contract.ts';
import { parsePartialDate } from '../../server/dates/parse.ts';
import { placeRefOf } from '../../server/martyrs/dossier.ts';
import type { Rng } from '../generate/rng.ts';

interface Move {
  kind: 'first-burial' | 'gathered' | 'moved';
  place?: ReturnType<typeof placeRefOf>;
  date?: PartialDate;
  by?: string;
}

const gatherers = [
  'Đội quy tập của tỉnh',
  'UBND xã',
  'Đồng đội cùng đơn vị',
  'Gia đình',
  'Đội K73',
  'Đội 584',
];

/** Where the remains were before they came here: buried, gathered, moved; later steps have later years. */
export function movesOf(firstBurial: string, deathYear: number | undefined, rng: Rng): Move[] {
  const place = placeRefOf(firstBurial, deathYear);
  const gathered = rng.int(Math.max(1976, (deathYear ?? 1976) + 1), 2012);
  const by = rng.pick(gatherers);
  const moved = gathered + (rng.chance(0.7) ? 0 : rng.int(1, 3));
  return [
    {
      kind: 'first-burial',
      place,
      ...(deathYear !== undefined && { date: parsePartialDate(String(deathYear)) }),
    },
    {
      kind: 'gathered',
      place,
      date: parsePartialDate(rng.chance(0.5) ? String(gathered) : `${rng.int(1, 12)}/${gathered}`),
      by,
    },
    { kind: 'moved', date: parsePartialDate(String(moved)), by },
  ];
}

const path = ['sampled', 'typed', 'matched', 'decided', 'notified', 'published'] as const;
export type DnaState = (typeof path)[number] | 'candidate' | 'refuted';

const bases: Record<DnaState, string> = {
  candidate: 'Danh sách đơn vị và nơi chôn cất ban đầu trùng nhau',
  sampled: 'Lấy mẫu răng khi quy tập',
  typed: 'Trình tự ADN ty thể',
  matched: 'Trùng với mẫu của em gái cùng mẹ',
  decided: 'Quyết định công nhận danh tính',
  notified: 'Báo tin cho gia đình',
  published: 'Công bố danh tính',
  refuted: 'Trình tự không trùng với mẫu của gia đình',
};

/** The steps of an identification up to a state, some months apart. A decision names its paper. */
export function identityOf(state: DnaState, rng: Rng) {
  const reached: DnaState[] =
    state === 'candidate'
      ? ['candidate']
      : state === 'refuted'
        ? ['candidate', 'sampled', 'typed', 'refuted']
        : path.slice(0, path.indexOf(state) + 1);
  let month = rng.int(0, 60) + 2014 * 12;
  const steps = reached.map((step) => {
    month += rng.int(2, 9);
    const date = parsePartialDate(`${(month % 12) + 1}/${Math.floor(month / 12)}`);
    const paper = step === 'decided' ? `Quyết định minh họa số ${rng.int(10, 900)}` : undefined;
    return { state: step, date, basis: bases[step], ...(paper !== undefined && { paper }) };
  });
  return { state, steps };
}
