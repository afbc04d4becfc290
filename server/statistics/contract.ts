import { z } from 'zod';

/** Public figures, counted from the records themselves. */
export const Statistics = z.strictObject({
  martyrs: z.int(),
  martyrsWithGrave: z.int(),
  graves: z.strictObject({
    total: z.int(),
    named: z.int(),
    partly: z.int(),
    unknown: z.int(),
    empty: z.int(),
    symbolic: z.int(),
    /** With a shape on a diagram. */
    placed: z.int(),
    photographed: z.int(),
  }),
  cemeteries: z.strictObject({ total: z.int(), withDiagram: z.int(), pointKnown: z.int() }),
  identification: z.strictObject({ sampled: z.int(), typed: z.int(), matched: z.int(), decided: z.int() }),
  completeness: z.strictObject({ full: z.int(), partial: z.int(), none: z.int() }),
  /** By today's province of the cemetery. */
  byProvince: z.array(
    z.strictObject({
      province: z.string(),
      cemeteries: z.int(),
      graves: z.int(),
      named: z.int(),
      unknown: z.int(),
    }),
  ),
  /** By year of death, where the year is known. */
  byDeathYear: z.array(z.strictObject({ year: z.int(), martyrs: z.int() })),
  countedAt: z.string(),
});
export type Statistics = z.infer<typeof Statistics>;
