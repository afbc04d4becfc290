import { z } from 'zod';

/**
 * A date as war records give it: rarely whole. `text` keeps what the paper says; `earliest` and `latest`
 * (ISO days, both included) are computed from the rest, so that every question about a date is a range question.
 */
export const PartialDate = z.strictObject({
  text: z.string(),
  year: z.int().optional(),
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
  calendar: z.enum(['solar', 'lunar']),
  precision: z.enum(['day', 'month', 'year', 'range', 'unknown']),
  earliest: z.string().optional(),
  latest: z.string().optional(),
});
export type PartialDate = z.infer<typeof PartialDate>;
