import { z } from 'zod';
import { PartialDate } from '../dates/contract.ts';
import { GraveView, IdentityView, MoveView, PlaceView } from '../graves/contract.ts';
import { UnitWhere } from '../units/contract.ts';

export const MartyrParams = z.strictObject({ code: z.string().regex(/^LS\d{7,10}$/) });

/** A unit as written, and what the writing says in full words (reading, not decoding). */
export const UnitReadingView = z.strictObject({
  text: z.string(),
  words: z.string().optional(),
  sure: z.boolean(),
});

/** Fields of a dossier that a family asks for, in the order they are shown. */
export const FactField = z.enum([
  'aliases',
  'birth',
  'home',
  'residence',
  'enlisted',
  'unit',
  'rank',
  'position',
  'death',
  'deathPlace',
  'circumstance',
  'firstBurial',
  'certificate',
  'grave',
  'photo',
]);
export type FactField = z.infer<typeof FactField>;

/** What one source says of one field; several may disagree, and all are shown. */
export const ClaimView = z.strictObject({
  field: z.string(),
  value: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  accepted: z.boolean(),
});
export type ClaimView = z.infer<typeof ClaimView>;

/** Day of death in the lunar calendar (ngày giỗ). */
export const AnniversaryView = z.strictObject({
  /** Lunar day and month, "ngày 16 tháng 4 năm Mậu Thân (âm lịch)" as text. */
  day: z.int(),
  month: z.int(),
  leap: z.boolean(),
  text: z.string(),
  /** Solar day, ISO, on which it next falls. */
  next: z.string(),
});

export const MartyrView = z.strictObject({
  code: z.string(),
  name: z.string(),
  birthName: z.string().optional(),
  aliases: z.array(z.string()),
  gender: z.enum(['M', 'F']).optional(),
  birth: PartialDate.optional(),
  death: PartialDate.optional(),
  enlisted: PartialDate.optional(),
  home: PlaceView.optional(),
  residence: PlaceView.optional(),
  deathPlace: PlaceView.optional(),
  firstBurial: PlaceView.optional(),
  rank: z.string().optional(),
  position: z.string().optional(),
  unit: UnitReadingView.optional(),
  /** Where the unit was when he fell, what lies near, who fell beside him. */
  where: UnitWhere.optional(),
  circumstance: z.string().optional(),
  certificate: z.string().optional(),
  claims: z.array(ClaimView),
  /** What is not known, as plainly as what is. */
  missing: z.array(FactField),
  completeness: z.enum(['full', 'partial', 'none']),
  identity: IdentityView,
  anniversary: AnniversaryView.optional(),
  grave: GraveView.optional(),
  moves: z.array(MoveView),
  photos: z.array(z.strictObject({ url: z.string(), caption: z.string().optional() })),
  sources: z.array(z.string()),
  demo: z.boolean(),
  updatedAt: z.string(),
  links: z.strictObject({ self: z.string(), page: z.string() }),
});
export type MartyrView = z.infer<typeof MartyrView>;
