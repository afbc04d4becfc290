import type { PartialDate } from '../dates/contract.ts';
import { anniversaryOf } from '../dates/anniversary.ts';
import { readGrave } from '../graves/read.ts';
import { identityView, optional, placeView } from '../graves/view.ts';
import type { Language } from '../http/language.ts';
import { problem } from '../http/problem.ts';
import { readingOf } from '../units/reading.ts';
import type { ClaimView, FactField, MartyrView } from './contract.ts';
import { Martyrs, type Martyr } from './model.ts';
import { whereOf } from './where.ts';

/** One published dossier with where he lies. @throws Problem 404 */
export async function readMartyr(code: string, language: Language): Promise<MartyrView> {
  const martyr = await Martyrs.findOne({ code, status: 'published' }, { search: 0 }).lean<
    Martyr & { updatedAt: Date }
  >();
  if (!martyr) throw problem.notFound('martyr');
  const [grave, where] = await Promise.all([
    martyr.graveId ? readGrave(martyr.graveId, language).catch(absent) : undefined,
    whereOf(martyr, language),
  ]);
  const deathYear = martyr.death?.year ?? undefined;
  const place = (ref: Martyr['home'], year: number | undefined) =>
    ref ? placeView(ref, year, language) : undefined;
  const death = martyr.death as PartialDate | null | undefined;
  return {
    code: martyr.code,
    name: martyr.name.full,
    aliases: martyr.name.aliases,
    ...optional({
      birthName: martyr.name.birthName,
      gender: martyr.gender,
      birth: martyr.birth as PartialDate | null | undefined,
      death,
      enlisted: martyr.enlisted as PartialDate | null | undefined,
      // read as record.ts read them: nobody noted when the name was written
      home: place(martyr.home, undefined),
      residence: place(martyr.residence, undefined),
      deathPlace: place(martyr.deathPlace, deathYear),
      firstBurial: place(martyr.firstBurial, deathYear),
      rank: martyr.rank,
      position: martyr.position,
      unit: martyr.unit == null ? undefined : readingOf(martyr.unit, language),
      where,
      circumstance: martyr.circumstance,
      certificate: martyr.certificate,
      anniversary: death ? anniversaryOf(death, language) : undefined,
      grave,
    }),
    claims: claimViews(martyr.claims),
    missing: missingOf(martyr),
    completeness: martyr.completeness,
    identity: identityView(martyr.identity),
    moves: grave?.moves ?? [],
    photos: [],
    sources: martyr.sources,
    demo: martyr.demo === true,
    updatedAt: martyr.updatedAt.toISOString(),
    links: { self: `/api/v1/martyrs/${martyr.code}`, page: `/liet-si/${martyr.code}` },
  };
}

/** A grave that was withdrawn leaves the dossier readable. */
function absent(error: unknown): undefined {
  if ((error as { status?: number }).status !== 404) throw error;
}

function claimViews(claims: Martyr['claims']): ClaimView[] {
  return claims.map(({ field, value, source, confidence, accepted }) => ({
    field,
    value,
    source,
    confidence,
    accepted,
  }));
}

/** What a family would ask for and the record does not say. */
function missingOf(martyr: Martyr): FactField[] {
  const known: Partial<Record<FactField, boolean>> = {
    birth: martyr.birth?.year != null,
    home: martyr.home != null,
    unit: martyr.unit != null,
    rank: martyr.rank != null,
    death: martyr.death?.year != null,
    deathPlace: martyr.deathPlace != null,
    firstBurial: martyr.firstBurial != null,
    certificate: martyr.certificate != null,
    grave: martyr.graveId != null,
    photo: martyr.photos.length > 0,
  };
  return (Object.keys(known) as FactField[]).filter((field) => known[field] === false);
}
