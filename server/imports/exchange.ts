import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/**
 * One dossier as one line of JSON: what goes between instances and into `npm run load` (docs/exchange.md).
 * Every value is as people write it; the reader of the line parses, resolves and decodes. Unknown is left out.
 */
export const ExchangeLine = z
  .strictObject({
    code: z
      .string()
      .regex(/^LS\d{7,10}$/, 'LS và 7 đến 10 chữ số')
      .optional(),
    name: text(200).optional(),
    aliases: z.array(text(200)).max(20).optional(),
    gender: z.enum(['M', 'F']).optional(),
    birth: text(60).optional(),
    home: text(300).optional(),
    residence: text(300).optional(),
    enlisted: text(60).optional(),
    rank: text(100).optional(),
    position: text(200).optional(),
    unit: text(400).optional(),
    death: text(60).optional(),
    deathPlace: text(400).optional(),
    circumstance: text(1000).optional(),
    firstBurial: text(400).optional(),
    certificate: text(60).optional(),
    source: text(400).optional(),
    grave: z
      .strictObject({
        cemetery: text(300),
        section: text(20).optional(),
        row: text(20).optional(),
        number: text(20).optional(),
        inscription: text(1000).optional(),
      })
      .optional(),
    dna: z.enum(['none', 'sampled', 'typed', 'matched', 'decided']).optional(),
  })
  .refine((line) => line.name !== undefined || line.grave !== undefined, {
    message: 'cần có name hoặc grave',
    path: ['name'],
  });
export type ExchangeLine = z.infer<typeof ExchangeLine>;
