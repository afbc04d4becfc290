import { Cemeteries } from '../cemeteries/model.ts';
import { pinM } from '../cemeteries/view.ts';
import { Diagrams } from '../diagrams/model.ts';
import { Graves } from '../graves/model.ts';
import { Martyrs } from '../martyrs/model.ts';
import type { Statistics } from './contract.ts';

/** Figures are counted over whole collections: once a minute is often enough for them. */
const keptMs = 60_000;
let kept: { at: number; figures: Promise<Statistics> } | undefined;

/** The public figures, at most a minute old. */
export function readStatistics(): Promise<Statistics> {
  if (kept === undefined || Date.now() - kept.at > keptMs) {
    const figures = countAll();
    kept = { at: Date.now(), figures };
    figures.catch(() => (kept = undefined));
  }
  return kept.figures;
}

/** For after a load: the next reader sees the new figures. */
export function forgetStatistics(): void {
  kept = undefined;
}

type Tally = { _id: string | number | null; n: number };

async function countAll(): Promise<Statistics> {
  const published = { status: 'published' } as const;
  const [
    martyrs,
    martyrsWithGrave,
    information,
    identification,
    completeness,
    byDeathYear,
    placed,
    photographed,
    cemeteries,
    pointKnown,
    drawn,
    byProvince,
  ] = await Promise.all([
    Martyrs.countDocuments(published),
    Martyrs.countDocuments({ ...published, graveId: { $exists: true } }),
    tally(Graves, '$information'),
    tally(Graves, '$dna.state'),
    tally(Martyrs, '$completeness'),
    tally(Martyrs, '$death.year'),
    Graves.countDocuments({ ...published, diagramId: { $exists: true } }),
    Graves.countDocuments({ ...published, 'photos.0': { $exists: true } }),
    Cemeteries.countDocuments(published),
    Cemeteries.countDocuments({ ...published, 'point.accuracyM': { $lte: pinM } }),
    Diagrams.distinct('cemeteryId', published),
    Cemeteries.aggregate<{
      _id: string | null;
      cemeteries: number;
      graves: number;
      named: number;
      unknown: number;
    }>([
      { $match: published },
      {
        $group: {
          _id: '$provinceNow',
          cemeteries: { $sum: 1 },
          graves: { $sum: '$counts.graves' },
          named: { $sum: '$counts.named' },
          unknown: { $sum: '$counts.unknown' },
        },
      },
    ]),
  ]);
  const graves = (state: string) => information.get(state) ?? 0;
  const dna = (...states: string[]) =>
    states.reduce((sum, state) => sum + (identification.get(state) ?? 0), 0);
  return {
    martyrs,
    martyrsWithGrave,
    graves: {
      total: [...information.values()].reduce((sum, n) => sum + n, 0),
      named: graves('named'),
      partly: graves('partly'),
      unknown: graves('unknown'),
      empty: graves('empty'),
      symbolic: graves('symbolic'),
      placed,
      photographed,
    },
    cemeteries: { total: cemeteries, withDiagram: drawn.length, pointKnown },
    identification: {
      sampled: dna('sampled'),
      typed: dna('typed'),
      matched: dna('matched'),
      decided: dna('decided', 'notified', 'published'),
    },
    completeness: {
      full: completeness.get('full') ?? 0,
      partial: completeness.get('partial') ?? 0,
      none: completeness.get('none') ?? 0,
    },
    byProvince: byProvince
      .map(({ _id, cemeteries: count, graves: total, named, unknown }) => ({
        province: _id ?? '',
        cemeteries: count,
        graves: total,
        named,
        unknown,
      }))
      .sort((a, b) => a.province.localeCompare(b.province, 'vi')),
    byDeathYear: [...byDeathYear]
      .flatMap(([year, count]) => (typeof year === 'number' ? [{ year, martyrs: count }] : []))
      .sort((a, b) => a.year - b.year),
    countedAt: new Date().toISOString(),
  };
}

async function tally(
  model: typeof Graves | typeof Martyrs,
  field: string,
): Promise<Map<string | number | null, number>> {
  const groups = await (model as typeof Graves).aggregate<Tally>([
    { $match: { status: 'published' } },
    { $group: { _id: field, n: { $sum: 1 } } },
  ]);
  return new Map(groups.map(({ _id, n }) => [_id, n]));
}
