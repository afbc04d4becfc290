import type { z } from 'zod';
import type { FeatureKind } from '../../../server/diagrams/contract.ts';
import type { Network } from '../../../server/diagrams/network.ts';

/** x right, y down: pixels of the full size in a plan, metres while one is being laid out. */
export type XY = [number, number];

export interface Feature {
  kind: z.infer<typeof FeatureKind>;
  name?: string;
  /** A point, a line (of trees: one point for each trunk), or a polygon whose last point is not repeated. */
  shape: XY[];
}

/** Words on the paper that belong to no feature. Angles in degrees, clockwise. */
export interface Label {
  kind: 'section' | 'row' | 'path';
  text: string;
  at: XY;
  angle: number;
  /** Bends the words around this point. */
  around?: XY;
}

/** An invented drawing of a cemetery: what the diagrams collection and the graves of the demonstration need. */
export interface Plan {
  key: string;
  title: string;
  /** As in cemeteries.csv. */
  cemeteryName: string;
  /** Pixels of the full size, as every length below. */
  width: number;
  height: number;
  metresPerPixel: number;
  /** Each shape has four corners; the side from the first to the second is the head, where the stone stands. */
  plots: { section: string; row: string; number: string; shape: XY[] }[];
  features: Feature[];
  network: Network;
  controlPoints: { pixel: XY; lng: number; lat: number }[];
  /** lng = t0·x + t1·y + t2, lat = t3·x + t4·y + t5 for a pixel (x, y). */
  transform: { t: number[]; residualM: number };
  /** Only for drawing: grass under the graves, words, and where north is (degrees clockwise from up). */
  paper: { lawns: XY[][]; aisles: XY[][]; labels: Label[]; north: number };
}
