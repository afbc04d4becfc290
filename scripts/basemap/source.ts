import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Borders and lines in degrees, every common border once; what the steps of the build hand to each other. */
export interface Net {
  /** `[lng, lat, lng, lat, …]` */
  arcs: number[][];
  /** Degrees of one step of the source's own grid, lng and lat, and where the grid begins. */
  scale: [number, number];
  origin: [number, number];
  shapes: Record<string, NetShape[]>;
}

export interface NetShape {
  facts: Record<string, string | number>;
  parts: number[][];
  area: boolean;
}

/** What the kept TopoJSON files hold (TopoJSON format specification, sections 2.1 and 2.2). */
interface TopoJson {
  arcs: [number, number][][];
  transform?: { scale: [number, number]; translate: [number, number] };
  objects: Record<string, { geometries: Geometry[] }>;
}
type Geometry = { properties?: Record<string, string | number> } & (
  | { type: 'LineString'; arcs: number[] }
  | { type: 'MultiLineString' | 'Polygon'; arcs: number[][] }
  | { type: 'MultiPolygon'; arcs: number[][][] }
);

const folder = new URL('./data/', import.meta.url);

/** Reads one of the kept TopoJSON files. */
export function readNet(file: string): Net {
  const topology = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as TopoJson;
  if (!topology.transform) throw new Error(`${file} has no grid (transform)`);
  const [scaleX, scaleY] = topology.transform.scale;
  const [originX, originY] = topology.transform.translate;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.flatMap(([dx, dy]) => {
      x += dx;
      y += dy;
      return [originX + x * scaleX, originY + y * scaleY];
    });
  });
  const shapes: Record<string, NetShape[]> = {};
  for (const [name, object] of Object.entries(topology.objects)) {
    shapes[name] = object.geometries.map((geometry) => {
      const facts = geometry.properties ?? {};
      switch (geometry.type) {
        case 'LineString':
          return { facts, parts: [geometry.arcs], area: false };
        case 'MultiLineString':
          return { facts, parts: geometry.arcs, area: false };
        case 'Polygon':
          return { facts, parts: geometry.arcs, area: true };
        case 'MultiPolygon':
          return { facts, parts: geometry.arcs.flat(), area: true };
      }
    });
  }
  return { arcs, scale: [scaleX, scaleY], origin: [originX, originY], shapes };
}

/** Reads one of the kept CSV files as rows of named cells. */
export function readRows(file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(file, folder)), { columns: true });
}

/** A text of the data folder, as it is. */
export function readText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}
