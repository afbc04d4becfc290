import { findCemetery } from '../cemeteries/read.ts';
import { plotsOf } from '../diagrams/read.ts';
import { Graves, type Grave } from '../graves/model.ts';
import type { Language } from '../http/language.ts';
import { Martyrs } from '../martyrs/model.ts';
import { fold } from '../text/fold.ts';
import { inOrder } from '../text/order.ts';
import type { PageData } from './contract.ts';

/** More than a person reads on a phone; the search inside narrows it. */
const most = 200;

/** Graves of one row, or those whose name or stone has the words asked for. */
export async function findInCemetery(
  code: string,
  { khu, hang, q }: Record<string, string>,
  language: Language,
): Promise<PageData['cemetery']['found']> {
  if (!khu && !hang && !q?.trim()) return undefined;
  const cemetery = await findCemetery(code);
  const graves = await Graves.find(
    {
      cemeteryId: cemetery._id,
      status: 'published',
      ...(khu ? { section: khu } : {}),
      ...(hang ? { row: hang } : {}),
    },
    { section: 1, row: 1, number: 1, information: 1, inscription: 1, martyrIds: 1 },
  ).lean<Grave[]>();
  const found = q?.trim() ? await matching(graves, q) : graves;
  found.sort(
    (a, b) =>
      inOrder(a.section ?? '', b.section ?? '') ||
      inOrder(a.row ?? '', b.row ?? '') ||
      inOrder(a.number ?? '', b.number ?? ''),
  );
  return { title: titleOf(khu, hang, q, language), graves: await plotsOf(found.slice(0, most)) };
}

const cues = {
  section: /\b(?:khu|lo)\s+(\S+)/,
  row: /\bhang\s+(\S+)/,
  number: /\b(?:mo\s+so|mo|so)\s+(\S+)/,
} as const;

/** Takes "khu A hàng 12 mộ 7" out of the words asked for; what is left is looked for on stones and in names. */
function readPlace(q: string): { place: [keyof typeof cues, string][]; words: string[] } {
  let rest = fold(q).replace(/,/g, ' ');
  const place: [keyof typeof cues, string][] = [];
  for (const [field, cue] of Object.entries(cues) as [keyof typeof cues, RegExp][]) {
    const found = cue.exec(rest);
    if (!found) continue;
    place.push([field, found[1]!]);
    rest = rest.replace(cue, ' ');
  }
  return { place, words: rest.split(' ').filter(Boolean) };
}

/** Graves at the place named whose name, alias or inscription has every other word, accents or none. */
async function matching(graves: Grave[], q: string): Promise<Grave[]> {
  const { place, words } = readPlace(q);
  const there = graves.filter((grave) => place.every(([field, value]) => fold(grave[field] ?? '') === value));
  if (words.length === 0) return there;
  const people = await Martyrs.find(
    {
      _id: { $in: there.flatMap(({ martyrIds }) => martyrIds.map(({ martyrId }) => martyrId)) },
      status: 'published',
    },
    { name: 1 },
  ).lean();
  const names = new Map(people.map(({ _id, name }) => [String(_id), [name.full, ...name.aliases].join(' ')]));
  return there.filter(({ inscription, number, martyrIds }) => {
    const written = [inscription, number, ...martyrIds.map(({ martyrId }) => names.get(String(martyrId)))];
    const text = ` ${fold(written.filter(Boolean).join(' '))}`;
    return words.every((word) => text.includes(` ${word}`));
  });
}

function titleOf(
  khu: string | undefined,
  hang: string | undefined,
  q: string | undefined,
  language: Language,
): string {
  const vi = language === 'vi';
  return [
    khu && `${vi ? 'Khu' : 'Section'} ${khu}`,
    hang && `${vi ? 'hàng' : 'row'} ${hang}`,
    q?.trim() && `“${q.trim()}”`,
  ]
    .filter(Boolean)
    .join(', ');
}
