import L from 'leaflet';
import type { Box } from './box-grid.ts';
import type { Sheet } from './draw-plots.ts';

/** Paints a part of the plan; `part` is what the sheet can show, in pixels of the full size. */
export type Paint = (sheet: Sheet, part: Box) => void;

/** Drawn beyond the edges of the view, in CSS pixels, so that a push of the finger needs no drawing at all. */
const MARGIN = 256;

/**
 * One canvas over a flat map (L.CRS.Simple), somewhat larger than the view. It travels with the map while that is
 * moved and is drawn again only when its edge comes into view or the zoom has changed.
 */
export class PlanLayer extends L.Layer {
  readonly #paint: Paint;
  readonly #fullZoom: number;
  readonly #element = document.createElement('canvas');
  readonly #canvas = this.#element.getContext('2d')!;
  #zoom = 0;
  /** The corner and the size of what is drawn, in pixels of the map at `#zoom`. */
  #corner = L.point(0, 0);
  #size = L.point(0, 0);
  #frame = 0;

  /** @param fullZoom zoom at which a pixel of the map is one of the full size */
  constructor(fullZoom: number, paint: Paint) {
    super();
    this.#fullZoom = fullZoom;
    this.#paint = paint;
  }

  override onAdd(map: L.Map): this {
    this.#element.className = 'plan-plots leaflet-zoom-animated';
    this.#element.setAttribute('aria-hidden', 'true');
    map.getPane('overlayPane')!.append(this.#element);
    this.#draw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#element.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      move: () => this.#follow(),
      moveend: () => this.#draw(),
      zoom: () => this.#place(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#place(center, zoom);
      },
      viewreset: () => this.#draw(),
    };
  }

  /** Draws again at the next frame. */
  redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #follow(): void {
    if (this._map.getZoom() !== this.#zoom) return;
    const { min, max } = this._map.getPixelBounds();
    const end = this.#corner.add(this.#size);
    if (min!.x < this.#corner.x || min!.y < this.#corner.y || max!.x > end.x || max!.y > end.y) this.#draw();
  }

  /** Shifts and stretches what is drawn to where it will be at another zoom. */
  #place(center: L.LatLng, zoom: number): void {
    const map = this._map;
    const pane = L.DomUtil.getPosition(map.getPane('mapPane')!);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const corner = map.project(map.unproject(this.#corner, this.#zoom), zoom).subtract(origin);
    L.DomUtil.setTransform(this.#element, corner, map.getZoomScale(zoom, this.#zoom));
  }

  #draw(): void {
    const map = this._map as L.Map | null;
    if (!map) return;
    const { min, max } = map.getPixelBounds();
    this.#zoom = map.getZoom();
    this.#corner = min!.subtract([MARGIN, MARGIN]).round();
    this.#size = max!
      .subtract(min!)
      .add([2 * MARGIN, 2 * MARGIN])
      .round();
    const density = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [this.#size.x * density, this.#size.y * density];
    if (this.#element.width !== width || this.#element.height !== height) {
      Object.assign(this.#element, { width, height });
      Object.assign(this.#element.style, { width: `${this.#size.x}px`, height: `${this.#size.y}px` });
    }
    L.DomUtil.setTransform(this.#element, this.#corner.subtract(map.getPixelOrigin()), 1);
    const canvas = this.#canvas;
    canvas.setTransform(density, 0, 0, density, 0, 0);
    canvas.clearRect(0, 0, this.#size.x, this.#size.y);
    canvas.translate(-this.#corner.x, -this.#corner.y);
    const scale = 2 ** (this.#zoom - this.#fullZoom);
    const end = this.#corner.add(this.#size);
    this.#paint(
      { canvas, scale },
      {
        left: this.#corner.x / scale,
        top: this.#corner.y / scale,
        right: end.x / scale,
        bottom: end.y / scale,
      },
    );
  }
}
