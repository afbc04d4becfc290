import { z } from 'zod';
import { PlacedPoint } from '../graves/contract.ts';
import { lngLat, paging } from '../http/route.ts';

export const CemeteryKind = z.enum(['national', 'province', 'district', 'commune', 'memorial', 'temple']);
export type CemeteryKind = z.infer<typeof CemeteryKind>;

/** Numbers of graves that we hold; `placed` ones have a shape on a diagram. */
export const CemeteryCounts = z.strictObject({
  graves: z.int(),
  named: z.int(),
  partly: z.int(),
  unknown: z.int(),
  empty: z.int(),
  symbolic: z.int(),
  placed: z.int(),
  photographed: z.int(),
  checked: z.int(),
});
export type CemeteryCounts = z.infer<typeof CemeteryCounts>;

export const CemeterySummary = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: CemeteryKind,
  place: z.string(),
  provinceNow: z.string().optional(),
  gate: PlacedPoint.optional(),
  counts: CemeteryCounts,
  reportedGraves: z.int().optional(),
  hasDiagram: z.boolean(),
});
export type CemeterySummary = z.infer<typeof CemeterySummary>;

export const CemeteryView = z.strictObject({
  ...CemeterySummary.shape,
  communeNow: z.string().optional(),
  districtBefore: z.string().optional(),
  provinceBefore: z.string().optional(),
  /** False when only the district is known and the commune was assumed. */
  communeSure: z.boolean(),
  sections: z.array(z.string()),
  managedBy: z.string().optional(),
  founded: z.int().optional(),
  notes: z.string().optional(),
  reported: z.strictObject({ graves: z.int().optional(), unknown: z.int().optional() }),
  /** How the point was got, in the words of its source. */
  pointBasis: z.string().optional(),
  diagrams: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** Rows with how many graves they hold, in walking order. */
  rows: z.array(
    z.strictObject({
      section: z.string().optional(),
      row: z.string().optional(),
      graves: z.int(),
      named: z.int(),
      unknown: z.int(),
    }),
  ),
  sources: z.array(z.string()),
  confidence: z.enum(['high', 'medium', 'low']),
  demo: z.boolean(),
  links: z.strictObject({ self: z.string(), page: z.string() }),
});
export type CemeteryView = z.infer<typeof CemeteryView>;

export const CemeteryParams = z.strictObject({ code: z.string().regex(/^NT\d{4,6}$/) });

const bbox = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, 'west,south,east,north')
  .transform((text) => text.split(',').map(Number) as [number, number, number, number]);

export const CemeteryQuery = z.strictObject({
  q: z.string().trim().max(200).optional(),
  bbox: bbox.optional(),
  near: lngLat.optional(),
  province: z.string().trim().max(100).optional(),
  kind: CemeteryKind.optional(),
  diagram: z.enum(['yes']).optional(),
  ...paging,
});

export const CemeteryList = z.strictObject({
  total: z.int(),
  items: z.array(CemeterySummary),
  cursor: z.string().optional(),
});
export type CemeteryList = z.infer<typeof CemeteryList>;
