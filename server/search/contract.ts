import { z } from 'zod';
import { Information, PlacedPoint, Position } from '../graves/contract.ts';

/** A form without script sends every field, the empty ones too: empty is not given. */
const given = <T extends z.ZodType>(shape: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    shape.optional(),
  );
const words = (max: number) => given(z.string().trim().max(max));
/** "1948", or "1945-1950" for somewhere between. */
const years = given(
  z
    .string()
    .trim()
    .regex(/^(1[89]|20)\d\d(\s*[-–]\s*(1[89]|20)\d\d)?$/, '1948 / 1945-1950'),
);

/**
 * What is known of the person sought. Everything up to `near` is context: it ranks and never hides anyone.
 * The `only…` fields and `status` are filters: they hide, and an empty answer says which one to let go.
 */
export const SearchQuery = z.strictObject({
  /** One free line: a name, and years, places and units found in it. */
  q: words(300),
  name: words(120),
  alias: words(120),
  birthYear: years,
  age: given(z.coerce.number().int().min(10).max(110)),
  home: words(200),
  unit: words(200),
  deathYear: years,
  deathPlace: words(200),
  cemetery: words(200),
  /** lng,lat in degrees (WGS 84) and kilometres: graves about there come first. */
  near: given(
    z
      .string()
      .trim()
      .regex(/^-?\d{1,3}(\.\d+)?,-?\d{1,2}(\.\d+)?,\d{1,4}(\.\d+)?$/, 'lng,lat,km'),
  ),
  status: given(z.enum(['named', 'partly', 'unknown'])),
  /** Province of the home, by the number that `facets.home` gives. */
  onlyHome: given(z.coerce.number().int().min(0).max(255)),
  /** Code of a cemetery. */
  onlyCemetery: given(z.string().regex(/^NT\d{4,6}$/)),
  onlyDeath: years,
  limit: given(z.coerce.number().int().min(1).max(100)),
  cursor: given(z.string().max(400)),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchField = z.enum([
  'name',
  'alias',
  'birthYear',
  'age',
  'home',
  'unit',
  'deathYear',
  'deathPlace',
  'cemetery',
  'near',
]);
export type SearchField = z.infer<typeof SearchField>;

/** How what was found relates to what was asked. The page has words for each. */
export const How = z.enum([
  // names
  'same',
  'accents', // the same letters, marks left out or different
  'typed', // raw Telex, VNI or an old code page
  'spelled-alike', // y for i, regional twins (Vũ, Võ)
  'sounds-alike', // s for x, l for n, d for gi …
  'one-letter',
  'two-letters',
  'initials',
  'eroded', // the letters that can be read fit
  'left-out', // a part of the name was not given
  'extra', // a part was given that the record lacks
  'swapped', // the same parts in another order
  'alias',
  'other-name',
  // years
  'near-year',
  'other-year',
  // places
  'same-commune',
  'same-district',
  'same-province',
  'renamed-place',
  'same-words',
  'other-place',
  'nearby',
  // units
  'same-unit',
  'part-of-unit',
  'decoded-unit',
  'other-unit',
  'not-known', // the record says nothing of it
]);
export type How = z.infer<typeof How>;

export const Reason = z.strictObject({
  field: SearchField,
  /** As asked. */
  given: z.string(),
  /** As recorded; absent when the record says nothing. */
  found: z.string().optional(),
  how: How,
  /** Everything that was noticed, where there is more than one thing. */
  also: z.array(How).optional(),
  /** Natural logarithm of how much likelier this makes him the person sought; below 0 speaks against. */
  weight: z.number(),
});
export type Reason = z.infer<typeof Reason>;

export const Hit = z.strictObject({
  /** Of the dossier, or of a grave that no dossier claims. */
  id: z.string(),
  code: z.string().optional(),
  kind: z.enum(['martyr', 'grave']),
  /** Absent on a grave without any name. */
  name: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  birth: z.string().optional(),
  home: z.string().optional(),
  unit: z.string().optional(),
  death: z.string().optional(),
  deathPlace: z.string().optional(),
  grave: z
    .strictObject({
      id: z.string(),
      cemetery: z
        .strictObject({ code: z.string(), name: z.string(), point: PlacedPoint.optional() })
        .optional(),
      position: Position,
      information: Information,
      inscription: z.string().optional(),
    })
    .optional(),
  /** Natural logarithm, only to be compared within one answer. */
  score: z.number(),
  reasons: z.array(Reason),
  demo: z.boolean(),
});
export type Hit = z.infer<typeof Hit>;

const facet = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ value, label: z.string(), count: z.int() }));

/** A fact that was read out of the free line; `alternatives` are other ways to read the same words. */
export const Chip = z.strictObject({
  field: SearchField,
  text: z.string(),
  /** The words of the line it was read from. */
  from: z.string(),
  alternatives: z.array(z.strictObject({ field: SearchField, text: z.string() })),
});
export type Chip = z.infer<typeof Chip>;

export const FilterField = z.enum(['status', 'onlyHome', 'onlyCemetery', 'onlyDeath']);
export type FilterField = z.infer<typeof FilterField>;

export const SearchAnswer = z.strictObject({
  total: z.strictObject({ value: z.int(), relation: z.enum(['eq', 'gte']) }),
  hits: z.array(Hit),
  facets: z.strictObject({
    home: facet(z.int()),
    cemetery: facet(z.string()),
    death: facet(z.string()),
    status: facet(Information),
  }),
  tookMs: z.number(),
  cursor: z.string().optional(),
  /** What the free line was taken for. */
  read: z.strictObject({ chips: z.array(Chip) }),
  /** When filters leave nothing: each one that helps to let go, and how many people that would show. */
  relax: z.array(z.strictObject({ filter: FilterField, count: z.int() })).optional(),
  /** Several people fit equally: the fact that would split them best, best first. */
  ask: z.array(z.enum(['birthYear', 'home', 'unit', 'deathYear', 'cemetery'])).optional(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** Searches of a day that found nobody: what was asked, never by whom. */
export const MissList = z.strictObject({
  items: z.array(
    z.strictObject({ day: z.string(), asked: z.record(z.string(), z.unknown()), count: z.int() }),
  ),
});
export const MissQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) });

export const SuggestQuery = z.strictObject({ q: z.string().trim().min(1).max(120) });
export const SuggestAnswer = z.strictObject({
  names: z.array(z.string()),
  places: z.array(z.string()),
  units: z.array(z.string()),
  cemeteries: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type SuggestAnswer = z.infer<typeof SuggestAnswer>;
