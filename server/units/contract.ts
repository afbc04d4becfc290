import { z } from 'zod';

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

/** A sentence in both languages. */
export const Said = z.strictObject({ vi: z.string(), en: z.string() });
export type Said = z.infer<typeof Said>;

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
  confidence: z.enum(['verified-source', 'secondary', 'unverified']),
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
