import type { Hit } from '../../../server/search/contract.ts';
import type { Key } from '../../i18n/t.ts';
import type { Reader } from '../../parts/reader.ts';

type Reason = Hit['reasons'][number];
type How = Reason['how'];

/** How a name can be like another; the other ways are said of any fact alike. */
const ofNames = {
  same: 'why.name.same',
  accents: 'why.name.accents',
  typed: 'why.name.typed',
  'spelled-alike': 'why.name.spelled-alike',
  'sounds-alike': 'why.name.sounds-alike',
  'one-letter': 'why.name.one-letter',
  'two-letters': 'why.name.two-letters',
  initials: 'why.name.initials',
  eroded: 'why.name.eroded',
  'left-out': 'why.name.left-out',
  extra: 'why.name.extra',
  swapped: 'why.name.swapped',
  alias: 'why.name.alias',
  'other-name': 'why.name.other-name',
} as const satisfies Partial<Record<How, Key>>;

const ofAll: Record<How, Key> = {
  ...ofNames,
  same: 'why.same',
  accents: 'why.accents',
  typed: 'why.accents',
  'spelled-alike': 'why.alike',
  'sounds-alike': 'why.alike',
  'one-letter': 'why.alike',
  'two-letters': 'why.alike',
  'near-year': 'why.near-year',
  'other-year': 'why.other',
  'same-commune': 'why.same-commune',
  'same-district': 'why.same-district',
  'same-province': 'why.same-province',
  'renamed-place': 'why.renamed-place',
  'same-words': 'why.same-words',
  'other-place': 'why.other',
  nearby: 'why.nearby',
  'same-unit': 'why.same-unit',
  'part-of-unit': 'why.part-of-unit',
  'decoded-unit': 'why.decoded-unit',
  'other-unit': 'why.other',
  'not-known': 'why.not-known',
};

/** One reason in words a family understands: "quê cùng xã", "tên đọc gần giống: Nguyễn Văn Hãi". */
export function reasonWords({ t }: Reader, { field, how, found = '', also = [] }: Reason): string {
  const fact = t(`fact.${field}`);
  const what = fact.charAt(0).toLowerCase() + fact.slice(1);
  const name = field === 'name' || field === 'alias';
  // Of a name that is another, in what it differs says nothing more.
  const seen: How[] = how === 'other-name' ? [how] : [...new Set([how, ...also])];
  return seen
    .map((each) =>
      t(name && each in ofNames ? ofNames[each as keyof typeof ofNames] : ofAll[each], { what, found }),
    )
    .join(', ')
    .replaceAll(' ()', ''); // the record names nothing to show
}

/** What speaks for a hit and what against it, each weightiest first; facts that the record lacks come last. */
export function sortReasons(reasons: Reason[]): { pro: Reason[]; con: Reason[]; open: Reason[] } {
  const open = reasons.filter((reason) => reason.how === 'not-known');
  const told = reasons.filter((reason) => reason.how !== 'not-known');
  return {
    pro: told.filter(({ weight }) => weight >= 0).sort((a, b) => b.weight - a.weight),
    con: told.filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight),
    open,
  };
}
