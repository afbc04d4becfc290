import type { PackedTopology } from './topology.ts';

/** Name, lng, lat, rank (1 capitals … 6 small places), country, kind (town, place, island). */
export type TownRow = [string, number, number, number, string, string];

/** Name, lng, lat, kind, first zoom, last zoom, rank, degrees clockwise. */
export type LabelRow = [string, number, number, string, number, number, number, number];

/** base-low.json (to zoom 7) and base-high.json (from zoom 8): land and names. */
export interface LandFile {
  /** Shapes: `countries` (facts name, lng, lat), lines `coast`, `inner` (between them). */
  neighbours: PackedTopology;
  /** Shapes: `provinces` (facts name, lng, lat), lines `coast`, `frontier`, `inner`. */
  provinces: PackedTopology;
  towns: TownRow[];
  labels: LabelRow[];
  /** Lng and lat of each reef and island of Hoàng Sa and Trường Sa. */
  islets: [number, number][];
}

/** What the map says in its corner; `href` is relative to the folder of the base files unless it is a whole address. */
export type Credits = { text: string; href: string }[];

/** The base files that are one topology each, with their shapes. */
export type TopologyFile =
  /** Lines `rivers` and areas `areas`, facts name and rank. */
  | 'water-low.json'
  | 'water.json'
  /** Lines `roads` and `rails`, facts name and rank. */
  | 'roads.json'
  /** Areas `provinces`, facts name, lng and lat, lines `coast`, `frontier`, `inner`. */
  | 'provinces-1976.json'
  | 'provinces-63.json';
