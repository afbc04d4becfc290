import L from 'leaflet';
import { BoxGrid } from './box-grid.ts';
import type { Tile } from './draw-tile.ts';
import { drawGround, drawNames, drawOldBorders } from './draw-tile.ts';
import type { LetterStyle, Placed } from './labels.ts';
import { placeLabels } from './labels.ts';
import { faces, riverStyle } from './letter-styles.ts';
import { BaseFiles } from './load-base.ts';
import type { Nameable } from './wishes.ts';
import { wishesAt } from './wishes.ts';
import { LAST_FAR_ZOOM, showsRoads } from './zoom-rules.ts';

/** Old provinces that can be laid over today's: those of 1976–1991, and those of 2004–2025. */
export type OldBorders = 'none' | '1976' | '2004';

export interface BasemapOptions extends L.GridLayerOptions {
  /** Address of the folder with the base files, with its closing slash. */
  baseUrl: string;
  /** False over outside tiles: then only old borders and the names of the two archipelagos are drawn. */
  ground?: boolean;
}

const TILE = 512;

/** Our own base map: a layer that draws each tile in the browser from files of its own server. */
export class Basemap extends L.GridLayer {
  readonly files: BaseFiles;
  readonly #ground: boolean;
  readonly #names = new Map<string, Promise<BoxGrid<Placed>>>();
  readonly #pen = document.createElement('canvas').getContext('2d')!;
  #old: OldBorders = 'none';
  #faces: Promise<unknown> | undefined;

  constructor({ baseUrl, ground = true, ...options }: BasemapOptions) {
    // Tiles of 512 CSS pixels: fewer edges. One row beyond the view is enough to keep on a phone.
    super({ tileSize: TILE, keepBuffer: 1, updateWhenZooming: false, ...options });
    this.files = new BaseFiles(baseUrl);
    this.#ground = ground;
  }

  get oldBorders(): OldBorders {
    return this.#old;
  }

  /** Lays old borders, with the names of then, over the map, or takes them away. */
  setOldBorders(old: OldBorders): void {
    if (old === this.#old) return;
    this.#old = old;
    this.redraw();
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const element = document.createElement('canvas');
    const density = Math.min(window.devicePixelRatio || 1, 2);
    element.width = element.height = Math.round(TILE * density);
    this.#paint(element, density, coords).then(
      () => done(undefined, element),
      (problem: unknown) => done(problem instanceof Error ? problem : new Error(String(problem)), element),
    );
    return element;
  }

  async #paint(element: HTMLCanvasElement, density: number, coords: L.Coords): Promise<void> {
    const old = this.#old;
    const [base, names] = await Promise.all([this.#load(coords.z, old), this.#placed(coords.z, old)]);
    const canvas = element.getContext('2d')!;
    canvas.scale(density, density);
    const tile: Tile = {
      canvas,
      zoom: coords.z,
      world: 256 * 2 ** coords.z,
      left: coords.x * TILE,
      top: coords.y * TILE,
      size: TILE,
    };
    if (this.#ground) drawGround(tile, base);
    if (base.old) drawOldBorders(tile, base.old);
    const room = 6;
    const { left, top } = tile;
    drawNames(
      tile,
      names.find({
        left: left - room,
        top: top - room,
        right: left + TILE + room,
        bottom: top + TILE + room,
      }),
    );
  }

  async #load(zoom: number, old: OldBorders): Promise<Nameable> {
    const near = zoom > LAST_FAR_ZOOM;
    const [land, water, roads, then] = await Promise.all([
      this.files.land(near),
      this.#ground ? this.files.shapes(near ? 'water.json' : 'water-low.json') : undefined,
      this.#ground && showsRoads(zoom) ? this.files.shapes('roads.json') : undefined,
      old === 'none'
        ? undefined
        : this.files.shapes(old === '1976' ? 'provinces-1976.json' : 'provinces-63.json'),
    ]);
    return { land, water, roads, old: then };
  }

  /** Where every name stands at a zoom; worked out once for all tiles. */
  #placed(zoom: number, old: OldBorders): Promise<BoxGrid<Placed>> {
    const key = `${zoom} ${old}`;
    let placed = this.#names.get(key);
    if (!placed) {
      placed = this.#place(zoom, old);
      placed.catch(() => this.#names.delete(key));
      this.#names.set(key, placed);
    }
    return placed;
  }

  async #place(zoom: number, old: OldBorders): Promise<BoxGrid<Placed>> {
    this.#faces ??= Promise.all(faces.map((face) => document.fonts.load(face, 'Hệ')));
    const [base] = await Promise.all([this.#load(zoom, old), this.#faces.catch(() => undefined)]);
    let wishes = wishesAt(zoom, 256 * 2 ** zoom, base, (text) => this.#width(text, riverStyle));
    const oldNames = new Set(base.old?.provinces?.map((shape) => shape.facts.name));
    if (!this.#ground) wishes = wishes.filter((wish) => wish.must ?? oldNames.has(wish.text));
    const grid = new BoxGrid<Placed>(256);
    for (const placed of placeLabels(wishes, (text, style) => this.#width(text, style)))
      grid.add(placed.box, placed);
    return grid;
  }

  #width(text: string, style: LetterStyle): number {
    this.#pen.font = style.font;
    return this.#pen.measureText(text).width + text.length * (style.spacing ?? 0);
  }
}
