import { z } from 'zod';
import { PartialDate } from '../dates/contract.ts';

/** GeoJSON Point (RFC 7946): WGS 84, lng then lat. */
export const PointGeometry = z.strictObject({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number(), z.number()]),
});
export type PointGeometry = z.infer<typeof PointGeometry>;

/** A point with how far off it may be, in metres. `approximate` is true when it must not be drawn as a pin nor routed to. */
export const PlacedPoint = z.strictObject({
  point: PointGeometry,
  accuracyM: z.number(),
  approximate: z.boolean(),
});
export type PlacedPoint = z.infer<typeof PlacedPoint>;

/** A place as a page shows it: the words as written, and what it is called today where that differs and is known. */
export const PlaceView = z.strictObject({
  text: z.string(),
  today: z.string().optional(),
  /** The same in the reader's words: "nay là …", "nay thuộc … hoặc …". */
  todayPhrase: z.string().optional(),
  /** False when the words fit several places. */
  sure: z.boolean(),
  point: PointGeometry.optional(),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const Information = z.enum(['named', 'partly', 'unknown', 'empty', 'symbolic']);
export type Information = z.infer<typeof Information>;
export const Condition = z.enum(['sound', 'worn', 'damaged', 'not-checked']);
export const IdentityState = z.enum([
  'none',
  'candidate',
  'sampled',
  'typed',
  'matched',
  'decided',
  'notified',
  'published',
  'refuted',
]);

/** Where the identification stands, in steps. */
export const IdentityView = z.strictObject({
  state: IdentityState,
  steps: z.array(
    z.strictObject({
      state: IdentityState,
      date: PartialDate.optional(),
      basis: z.string().optional(),
      paper: z.string().optional(),
    }),
  ),
});
export type IdentityView = z.infer<typeof IdentityView>;

/** A cemetery as other things name it. */
export const CemeteryLink = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** "xã Vị Thanh 1, TP. Cần Thơ (trước 2025: huyện Vị Thủy, Hậu Giang)" */
  place: z.string(),
  gate: PlacedPoint.optional(),
});
export type CemeteryLink = z.infer<typeof CemeteryLink>;

export const Position = z.strictObject({
  section: z.string().optional(),
  row: z.string().optional(),
  number: z.string().optional(),
});
export type Position = z.infer<typeof Position>;

/** A person as a list names him: enough to tell him from his namesakes. */
export const MartyrLink = z.strictObject({
  code: z.string(),
  name: z.string(),
  birth: z.string().optional(),
  death: z.string().optional(),
  home: z.string().optional(),
});
export type MartyrLink = z.infer<typeof MartyrLink>;

/** One place where the remains were. */
export const MoveView = z.strictObject({
  kind: z.enum(['first-burial', 'gathered', 'moved']),
  place: PlaceView.optional(),
  date: PartialDate.optional(),
  by: z.string().optional(),
});
export type MoveView = z.infer<typeof MoveView>;

/** A neighbour in the row, for finding the stone by those beside it. */
export const NeighbourView = z.strictObject({
  id: z.string(),
  position: Position,
  information: Information,
  name: z.string().optional(),
  code: z.string().optional(),
  /** −1 the one before, +1 the one after, and so on along the row. */
  offset: z.int(),
});
export type NeighbourView = z.infer<typeof NeighbourView>;

export const GraveView = z.strictObject({
  id: z.string(),
  cemetery: CemeteryLink,
  position: Position,
  oldNumbers: z.array(z.string()),
  information: Information,
  condition: Condition,
  identity: IdentityView,
  inscription: z.string().optional(),
  point: PlacedPoint.optional(),
  /** The drawing it is on, and its polygon there in pixels. */
  diagram: z.strictObject({ id: z.string(), shape: z.array(z.tuple([z.number(), z.number()])) }).optional(),
  /** All who lie here by name. */
  martyrs: z.array(MartyrLink),
  moves: z.array(MoveView),
  neighbours: z.array(NeighbourView),
  photos: z.array(z.strictObject({ url: z.string(), caption: z.string().optional() })),
  sources: z.array(z.string()),
  demo: z.boolean(),
  links: z.strictObject({
    self: z.string(),
    page: z.string(),
    cemetery: z.string(),
    route: z.string().optional(),
  }),
});
export type GraveView = z.infer<typeof GraveView>;

export const GraveParams = z.strictObject({ id: z.string().regex(/^[0-9a-f]{24}$/) });

/** A walk inside the cemetery. */
export const RouteView = z.strictObject({
  lengthM: z.number(),
  /** Pixels of the diagram, from the start to the grave. */
  pixels: z.array(z.tuple([z.number(), z.number()])),
  /** The same on the earth (GeoJSON LineString), where the diagram is tied to it well enough. */
  line: z
    .strictObject({ type: z.literal('LineString'), coordinates: z.array(z.tuple([z.number(), z.number()])) })
    .optional(),
  steps: z.array(z.strictObject({ text: z.string(), metres: z.number() })),
  from: z.string(),
});
export type RouteView = z.infer<typeof RouteView>;
