import { z } from 'zod';

/** A unit of today (since 1/7/2025: provinces and communes) that an older or same-named unit became. */
export const PlaceToday = z.strictObject({
  code: z.string(),
  level: z.enum(['province', 'commune']),
  /** "Xã Vị Thanh 1" */
  name: z.string(),
  /** "TP. Cần Thơ": the province the commune lies in; absent for a province. */
  province: z.string().optional(),
  /** Share of the old unit that went here, 0 to 1; shares of one meaning add up to 1. */
  share: z.number(),
});
export type PlaceToday = z.infer<typeof PlaceToday>;

/** One thing a written place name can mean: a unit in its period and what it is today. */
export const PlaceMeaning = z.strictObject({
  id: z.string(),
  level: z.enum(['province', 'district', 'commune', 'town', 'region']),
  /** "xã Vị Thanh, huyện Vị Thanh, tỉnh Chương Thiện": names of then, smallest first. */
  then: z.string(),
  from: z.int().optional(),
  to: z.int().optional(),
  today: z.array(PlaceToday),
  /** WGS 84 lng, lat of a point inside, where one is known. */
  point: z.tuple([z.number(), z.number()]).optional(),
  /** Chance that this is what was meant, 0 to 1; all meanings of one text add up to at most 1. */
  chance: z.number(),
});
export type PlaceMeaning = z.infer<typeof PlaceMeaning>;

export const PlaceResolution = z.strictObject({
  text: z.string(),
  year: z.int().optional(),
  /** Best first; empty when nothing fits. */
  meanings: z.array(PlaceMeaning),
  /** Parts of the text that were not recognised ("thôn Đông", "mặt trận phía Nam"). */
  unread: z.array(z.string()),
  /** For a name that never existed: real ones written nearly the same. */
  nearest: z.array(z.strictObject({ name: z.string(), id: z.string() })),
});
export type PlaceResolution = z.infer<typeof PlaceResolution>;

/** A place as a record holds it: the words as written, and the meaning that was chosen for them, if any. */
export const PlaceRef = z.strictObject({
  text: z.string(),
  placeId: z.string().optional(),
  /** True when only one meaning fits the words and the year, or a person chose it. */
  sure: z.boolean().optional(),
});
export type PlaceRef = z.infer<typeof PlaceRef>;
