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

/** Every word asked for stands in the name, an alias or the inscription, accents or none. */
async function matching(graves: Grave[], q: string): Promise<Grave[]> {
  const words = fold(q).split(' ').filter(Boolean);
  const people = await Martyrs.find(
    {
      _id: { $in: graves.flatMap(({ martyrIds }) => martyrIds.map(({ martyrId }) => martyrId)) },
      status: 'published',
    },
    { name: 1 },
  ).lean();
  const names = new Map(people.map(({ _id, name }) => [String(_id), [name.full, ...name.aliases].join(' ')]));
  return graves.filter(({ inscription, number, martyrIds }) => {
    const text = fold(
      [inscription, number, ...martyrIds.map(({ martyrId }) => names.get(String(martyrId)))]
        .filter(Boolean)
        .join(' '),
    );
    return words.every((word) => text.includes(word));
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
