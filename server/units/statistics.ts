import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Martyrs } from '../martyrs/model.ts';
import type { UnitFigures, UnitStatistics } from './contract.ts';
import { decodeUnit } from './decode.ts';
import { readChainText } from './element.ts';
import { seedGazetteer } from './gazetteer.ts';
import { UnitFigureStore } from './model.ts';
import { canBeSolved, tellOf, wantedKey, wantedOf, type Tell, type Wanted } from './tell.ts';

const dayMs = 86_400_000;
/** After a load or a removal of this share the figures of yesterday are wrong. */
const grownBy = 0.1;
const claimMs = 3_600_000;
/** How long the first reader of a small site waits, so that he sees figures and not "being counted". */
const patienceMs = 1500;
/** Reading and decoding runs this long, then leaves the processor to those who wait: a third of it at most. */
const sliceMs = 8;
const restMs = 16;
const mostWanted = 50;

let running: Promise<void> | undefined;

/**
 * The figures as last counted. They are counted once a day (sooner after a load), when somebody asks, in the background: equal words of the
 * same year are decoded once, in slices, out of an index; the result is kept in the database, so that a restart or a
 * second server counts nothing again.
 */
export async function readUnitStatistics(now = Date.now()): Promise<UnitStatistics> {
  const [stored, held] = await Promise.all([
    UnitFigureStore.findById('units').lean(),
    Martyrs.estimatedDocumentCount(),
  ]);
  const isOld =
    stored?.countedAt === undefined ||
    now - stored.countedAt.getTime() > dayMs ||
    Math.abs(held - (stored.held ?? 0)) > held * grownBy;
  if (isOld) {
    running ??= claimAndCount(now, held).finally(() => (running = undefined));
    running.catch(() => undefined); // the next reader tries again
    if (stored?.figures === undefined) {
      await Promise.race([running, pause(patienceMs, undefined, { ref: false })]);
      const first = await UnitFigureStore.findById('units').lean();
      return answerOf(first?.figures, first?.figures === undefined);
    }
  }
  return answerOf(stored.figures, isOld);
}

function answerOf(figures: UnitFigures | undefined, counting: boolean): UnitStatistics {
  return { counting, ...(figures ? { figures } : {}) };
}

/** Of several servers on one database, one counts. */
async function claimAndCount(now: number, held: number): Promise<void> {
  const claimedAt = new Date(now);
  try {
    await UnitFigureStore.updateOne(
      { _id: 'units', $or: [{ claimedAt: null }, { claimedAt: { $lt: new Date(now - claimMs) } }] },
      { $set: { claimedAt } },
      { upsert: true },
    );
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return; // another holds the claim
    throw error;
  }
  try {
    const figures = await countUnits();
    await UnitFigureStore.updateOne(
      { _id: 'units', claimedAt },
      { $set: { figures, countedAt: new Date(), held }, $unset: { claimedAt: 1 } },
    );
  } catch (error) {
    await UnitFigureStore.updateOne({ _id: 'units', claimedAt }, { $unset: { claimedAt: 1 } });
    throw error;
  }
}

interface Group {
  _id: { unit?: string | null; year?: string | null };
  n: number;
}

/** Counts over all published dossiers, each distinct wording and year once. */
export async function countUnits(): Promise<UnitFigures> {
  const started = Date.now();
  const counts: Record<Tell, number> = { decoded: 0, ambiguous: 0, unknown: 0, plain: 0, none: 0 };
  const wanted = new Map<string, Wanted>();
  const gazetteer = seedGazetteer();
  // everything the groups need stands in the index of fellows (martyrs/model): no dossier is read
  const groups = Martyrs.aggregate<Group>([
    { $match: { status: 'published' } },
    {
      $group: {
        _id: { unit: '$unit', year: { $substrBytes: [{ $ifNull: ['$death.earliest', ''] }, 0, 4] } },
        n: { $sum: 1 },
      },
    },
  ])
    .option({ allowDiskUse: true })
    .cursor({ batchSize: 500 });
  let until = performance.now() + sliceMs;
  for await (const { _id, n } of groups as AsyncIterable<Group>) {
    if (performance.now() > until) {
      await pause(restMs);
      await nextTurn();
      until = performance.now() + sliceMs;
    }
    if (!_id.unit) {
      counts.none += n;
      continue;
    }
    const year = Number(_id.year);
    const answer = decodeUnit(
      { text: _id.unit.slice(0, 400), ...(year >= 1930 && year <= 2030 ? { year } : {}) },
      gazetteer,
    );
    const tell = tellOf(answer);
    counts[tell] += n;
    if (tell !== 'unknown') continue;
    for (const element of answer.unknown.filter(canBeSolved)) {
      const key = wantedKey(element);
      const known = wanted.get(key);
      if (known) known.dossiers += n;
      else wanted.set(key, wantedOf(element, readChainText(element) ?? [], n));
    }
  }
  return {
    dossiers: Object.values(counts).reduce((sum, n) => sum + n, 0),
    ...counts,
    wanted: [...wanted.values()].sort((a, b) => b.dossiers - a.dossiers).slice(0, mostWanted),
    countedAt: new Date().toISOString(),
    tookMs: Date.now() - started,
  };
}
