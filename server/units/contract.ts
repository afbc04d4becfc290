import { z } from 'zod';
import { CemeteryLink, MartyrLink, PointGeometry } from '../graves/contract.ts';
import { paging } from '../http/route.ts';

/** Theatres as the units data names them: A North, B1 Khu 5, B2 Nam Bộ, B3 Tây Nguyên, B4 Trị Thiên, B5 Đường 9, C Laos, K Cambodia. */
export const Theatre = z.enum(['A', 'B1', 'B2', 'B3', 'B4', 'B5', 'C', 'K']);
export type Theatre = z.infer<typeof Theatre>;

/** What somebody asks: the words on the paper, and what else is known of the person. */
export const DecodeQuestion = z.strictObject({
  text: z.string().trim().min(1).max(400),
  /** Year the unit is asked for, mostly the year of death. */
  year: z.coerce.number().int().min(1930).max(2030).optional(),
  theatre: Theatre.optional(),
  /** Home of the person, in words: local units took men of their own province. */
  home: z.string().trim().max(200).optional(),
});
export type DecodeQuestion = z.infer<typeof DecodeQuestion>;

/** The same as it stands in an address: the words as `text`, or a lone code as `code`. */
export const DecodeQuery = DecodeQuestion.extend({
  text: DecodeQuestion.shape.text.optional(),
  code: DecodeQuestion.shape.text.optional(),
}).refine(({ text, code }) => (text === undefined) !== (code === undefined), {
  path: ['text'],
  message: 'text | code',
});

/** A sentence in both languages. */
export const Said = z.strictObject({ vi: z.string(), en: z.string() });
export type Said = z.infer<typeof Said>;

const Confidence = z.enum(['verified-source', 'secondary', 'unverified']);

/** One thing that an element of the chain can mean. */
export const UnitMeaning = z.strictObject({
  /** The element of the chain, in the grammar's text. */
  element: z.string(),
  /** Id in the gazetteer; missing when the meaning is known in words only. */
  unit: z.string().optional(),
  designation: z.string(),
  level: z.string(),
  /** Units above it, nearest first. */
  parents: z.array(z.strictObject({ unit: z.string(), designation: z.string() })),
  /** YYYY, YYYY-MM or YYYY-MM-DD; "" unknown or open. */
  from: z.string(),
  to: z.string(),
  area: z.string(),
  theatre: z.string(),
  confidence: Confidence,
  /** False is shown as "chưa kiểm chứng". */
  verified: z.boolean(),
  sources: z.array(z.string()),
  /** 0 to 1; for ranking, not a probability. */
  score: z.number().min(0).max(1),
  /** Why it is where it stands in the list. */
  steps: z.array(Said),
});
export type UnitMeaning = z.infer<typeof UnitMeaning>;

/** The reading of the words, and what they can mean, likeliest first. None of it is an official decoding. */
export const DecodeAnswer = z.strictObject({
  chain: z.string(),
  words: Said,
  post: z.array(z.string()),
  place: z.array(z.string()),
  sure: z.boolean(),
  notes: z.array(z.string()),
  meanings: z.array(UnitMeaning),
  /** Elements of which nothing is known: questions that veterans may answer. */
  unknown: z.array(z.string()),
});
export type DecodeAnswer = z.infer<typeof DecodeAnswer>;

export const UnitParams = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** A unit as others name it. */
export const UnitLink = z.strictObject({ unit: z.string(), designation: z.string() });
export type UnitLink = z.infer<typeof UnitLink>;

/** One unit in one period; every date is YYYY, YYYY-MM or YYYY-MM-DD, "" unknown or still open. */
export const UnitView = z.strictObject({
  id: z.string(),
  designation: z.string(),
  level: z.string(),
  short: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  area: z.string(),
  theatre: z.string(),
  formedFrom: z.string(),
  note: z.string(),
  /** Units above it, nearest first. */
  parents: z.array(UnitLink),
  children: z.array(UnitLink),
  /** The same number in other periods or elsewhere: not always the same men. */
  alike: z.array(UnitLink.extend({ from: z.string(), to: z.string(), area: z.string() })),
  /** Codes and cover names that were said of it. */
  codes: z.array(
    z.strictObject({
      code: z.string(),
      meaning: z.string(),
      from: z.string(),
      to: z.string(),
      source: z.string(),
      verified: z.boolean(),
    }),
  ),
  movements: z.int(),
  source: z.string(),
  confidence: Confidence,
  verified: z.boolean(),
  links: z.strictObject({ self: z.string(), page: z.string(), movements: z.string() }),
});
export type UnitView = z.infer<typeof UnitView>;

export const UnitQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  theatre: Theatre.optional(),
  level: z.string().max(10).optional(),
  ...paging,
});
export const UnitList = z.strictObject({
  total: z.int(),
  items: z.array(
    UnitLink.extend({
      level: z.string(),
      from: z.string(),
      to: z.string(),
      area: z.string(),
      theatre: z.string(),
      verified: z.boolean(),
    }),
  ),
  cursor: z.string().optional(),
});
export type UnitList = z.infer<typeof UnitList>;

/** One unit at one place in one period. */
export const UnitStay = z.strictObject({
  unit: z.string(),
  designation: z.string(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  what: z.enum(['battle', 'base', 'march']),
  point: PointGeometry,
  /** Metres: the points of the gazetteer are places on a small map, not surveyed. */
  accuracyM: z.number(),
  source: z.string(),
  confidence: Confidence,
  verified: z.boolean(),
  /** How it lies to the time asked for; `during` where no time was asked for. */
  when: z.enum(['during', 'before', 'after']),
});
export type UnitStay = z.infer<typeof UnitStay>;

/** RFC 7946; `properties` is a stay without its point. */
export const UnitMovements = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      geometry: PointGeometry,
      properties: UnitStay.omit({ point: true, when: true }),
    }),
  ),
});
export type UnitMovements = z.infer<typeof UnitMovements>;

/** Where a unit was at a time, and whose movements say so. */
export const Whereabouts = z.strictObject({
  unit: z.string(),
  designation: z.string(),
  confidence: Confidence,
  verified: z.boolean(),
  area: z.string(),
  /**
   * `own`: its own movements. `below`: those of units under it. `above`: its own are unknown, a unit over it is told.
   * `none`: nothing is known near that time.
   */
  basis: z.enum(['own', 'below', 'above', 'none']),
  /** Those of the time; without any, the last before and the first after, within a year. */
  stays: z.array(UnitStay),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

/** A cemetery with how far it lies from where the unit was. */
export const NearCemetery = CemeteryLink.extend({ distanceKm: z.number() });
export type NearCemetery = z.infer<typeof NearCemetery>;

/** Someone who fell close in time; `unit` as written in his dossier. */
export const Fellow = MartyrLink.extend({ unit: z.string().optional() });
export type Fellow = z.infer<typeof Fellow>;

/** On a dossier: where the unit was when he fell, what lies near, and who fell beside him. */
export const UnitWhere = z.strictObject({
  /** The time asked for, ISO days; missing when the date of death is not known to the year. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Likeliest first; several when the words can mean several units. */
  meanings: z.array(Whereabouts),
  /** One reading, one meaning. */
  sure: z.boolean(),
  /** The year for the page that decodes. */
  year: z.int().optional(),
  cemeteries: z.array(NearCemetery),
  /** Fell on the very day: the first of them, and how many were found (counting stops at 200). */
  sameDay: z.strictObject({ total: z.int(), people: z.array(Fellow) }),
  /** Of the same unit, within a week. */
  sameUnit: z.array(Fellow),
});
export type UnitWhere = z.infer<typeof UnitWhere>;

/** How far the units in the published dossiers are understood. */
export const UnitFigures = z.strictObject({
  dossiers: z.int(),
  /** One meaning, or one far ahead of the others. */
  decoded: z.int(),
  ambiguous: z.int(),
  unknown: z.int(),
  /** Local forces and the like, which say in words what they are. */
  plain: z.int(),
  /** No unit is written, or the words name none. */
  none: z.int(),
  /** What would help most families first; letter boxes of the same number are one. */
  wanted: z.array(
    z.strictObject({
      element: z.string(),
      words: Said,
      kind: z.enum(['code', 'box', 'unit']),
      dossiers: z.int(),
    }),
  ),
  countedAt: z.string(),
  tookMs: z.number(),
});
export type UnitFigures = z.infer<typeof UnitFigures>;

/** Counted in the background once a day; `figures` is missing while the first count runs. */
export const UnitStatistics = z.strictObject({ counting: z.boolean(), figures: UnitFigures.optional() });
export type UnitStatistics = z.infer<typeof UnitStatistics>;
