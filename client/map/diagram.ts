import L from 'leaflet';
import { zoomControl } from './controls.ts';
import type { PlanFeature } from './draw-paths.ts';
import { drawFeatureNames, drawWalk } from './draw-paths.ts';
import { drawMarked, drawPlots } from './draw-plots.ts';
import './map.css';
import { PlanLayer } from './plan-layer.ts';
import type { Direction, PlacedPlot, Plot } from './plot-index.ts';
import { PlotIndex } from './plot-index.ts';
import type { MapLanguage } from './words.ts';
import { mapWords, sayPlot } from './words.ts';

/** A drawing of a cemetery with its plots; all lengths in pixels of the full size. */
export interface Plan {
  width: number;
  height: number;
  /** Address of a 256 px tile with {z}, {x} and {y} to fill in; zoom `maxZoom` is full size. */
  tiles: string;
  maxZoom: number;
  plots: readonly Plot[];
  features?: readonly PlanFeature[];
}

export interface DiagramOptions {
  language?: MapLanguage;
  /** A plot was pressed, or chosen by Enter. */
  onSelect?: (plot: Plot) => void;
  /** False in the middle of a page, where the wheel should go on scrolling it. */
  wheel?: boolean;
}

export interface DiagramHandle {
  /** Marks a plot as chosen (null: none), shows it, and with `zoom` goes near enough to read its number. */
  select(id: string | null, how?: { zoom?: boolean }): void;
  /** Brings out the plots that a search found; none: all are alike again. */
  highlight(ids: Iterable<string>): void;
  /** Draws a way on foot (pixels of the full size; null: none), and with `fit` shows it whole. */
  showWalk(pixels: readonly (readonly [number, number])[] | null, how?: { fit?: boolean }): void;
  /** Shows the whole drawing. */
  fit(): void;
  destroy(): void;
}

/** Near enough to read: the small side of a plot in CSS pixels. */
const READABLE = 36;
/** Reach of a finger in CSS pixels. */
const FINGER = 14;
const arrows: Partial<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Opens the drawing of a cemetery in an element that has a size; the caller shows the same plots as a list. */
export function openDiagram(element: HTMLElement, plan: Plan, options: DiagramOptions = {}): DiagramHandle {
  const words = mapWords(options.language ?? 'vi');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const index = new PlotIndex(plan.plots);
  const features = plan.features ?? [];
  let chosen: PlacedPlot | undefined;
  let current: PlacedPlot | undefined;
  let found: ReadonlySet<string> = new Set();
  let walk: readonly (readonly [number, number])[] = [];

  element.classList.add('plan');
  element.tabIndex = 0;
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', words.diagram);
  const map = L.map(element, {
    crs: L.CRS.Simple,
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 90,
    minZoom: -2,
    maxZoom: plan.maxZoom + 2,
    scrollWheelZoom: options.wheel ?? true,
    zoomAnimation: !still,
    fadeAnimation: false,
    inertia: !still,
    maxBoundsViscosity: 0.6,
  });
  const latLng = (x: number, y: number): L.LatLng => map.unproject([x, y], plan.maxZoom);
  const whole = L.latLngBounds(latLng(0, plan.height), latLng(plan.width, 0));
  map.fitBounds(whole, { animate: false });
  map.setMinZoom(map.getZoom()).setMaxBounds(whole.pad(0.25));
  const tiles = L.tileLayer(plan.tiles, {
    bounds: whole,
    noWrap: true,
    minNativeZoom: 0,
    maxNativeZoom: plan.maxZoom,
    minZoom: map.getMinZoom(),
    maxZoom: map.getMaxZoom(),
  });
  tiles.on('tileloadstart', ({ tile, coords }) => {
    // Between whole zooms tiles meet within a pixel and the ground shines through: they overlap by one.
    tile.style.width = tile.style.height = `${parseFloat(tile.style.width) + 1}px`;
    // The last tiles are filled up to their 256 pixels; what is beyond the drawing is not shown.
    const side = 256 * 2 ** (plan.maxZoom - coords.z);
    const beyond = (tileNumber: number, end: number): number =>
      Math.max(0, ((tileNumber + 1) * side - end) / side) * 100;
    tile.style.clipPath = `inset(0 ${beyond(coords.x, plan.width)}% ${beyond(coords.y, plan.height)}% 0)`;
  });
  tiles.addTo(map);

  const layer = new PlanLayer(plan.maxZoom, (sheet, part) => {
    const marked = { chosen, current, found };
    drawPlots(sheet, index.inBox(part), marked);
    drawWalk(sheet, walk);
    drawFeatureNames(sheet, features);
    drawMarked(sheet, marked);
  }).addTo(map);
  zoomControl(words).addTo(map);

  const spoken = document.createElement('p');
  spoken.className = 'map-spoken';
  spoken.setAttribute('aria-live', 'polite');
  element.append(spoken);
  const tip = L.tooltip({ direction: 'top', className: 'map-tip', opacity: 1 });
  const say = (placed: PlacedPlot): string => sayPlot(placed.plot, options.language ?? 'vi');
  const showTip = (placed: PlacedPlot): void => {
    const text = document.createElement('span');
    text.textContent = say(placed);
    tip.setContent(text).setLatLng(latLng(placed.x, placed.box.top)).openOn(map);
  };
  /** Brings a plot into view, with room for what is said over it. */
  const reveal = (placed: PlacedPlot): void => {
    layer.redraw();
    const { x, y } = map.getSize();
    const padding: [number, number] = [Math.min(140, x / 2 - 24), Math.min(90, y / 2 - 24)];
    map.panInside(latLng(placed.x, placed.y), { padding, animate: !still });
    showTip(placed);
  };
  const choose = (placed: PlacedPlot): void => {
    chosen = current = placed;
    reveal(placed);
    options.onSelect?.(placed.plot);
  };
  const under = (event: L.LeafletMouseEvent, reach: number): PlacedPlot | undefined => {
    const { x, y } = map.project(event.latlng, plan.maxZoom);
    return index.at(x, y, reach / 2 ** (map.getZoom() - plan.maxZoom));
  };

  map.on('click', (event) => {
    const placed = under(event, FINGER);
    if (placed) choose(placed);
  });
  map.on('mousemove', (event) => {
    if (event.originalEvent.buttons) return;
    const placed = under(event, 1);
    element.classList.toggle('over-plot', placed !== undefined);
    if (placed) showTip(placed);
    else tip.close();
  });
  map.on('mouseout', () => tip.close());

  const step = (direction: Direction): void => {
    const { x, y } = map.project(map.getCenter(), plan.maxZoom);
    const from = current ?? chosen;
    const to = from ? index.next(from.plot.id, direction) : index.nearest(x, y);
    if (!to) return;
    current = to;
    reveal(to);
    spoken.textContent = say(to);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = arrows[event.key];
    if (direction) step(direction);
    else if (event.key === 'Enter' && current) choose(current);
    else if (event.key === '+' || event.key === '=') map.zoomIn();
    else if (event.key === '-') map.zoomOut();
    else return;
    event.preventDefault();
  };
  element.addEventListener('keydown', onKey);
  const sizes = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  sizes.observe(element);

  return {
    select: (id, how = {}) => {
      chosen = current = id === null ? undefined : index.get(id);
      if (!chosen) {
        layer.redraw();
        tip.close();
        return;
      }
      if (how.zoom) {
        const side = Math.min(chosen.box.right - chosen.box.left, chosen.box.bottom - chosen.box.top);
        map.setView(latLng(chosen.x, chosen.y), plan.maxZoom + Math.log2(READABLE / side), {
          animate: false,
        });
      }
      reveal(chosen);
    },
    highlight: (ids) => {
      found = new Set(ids);
      layer.redraw();
    },
    showWalk: (pixels, how = {}) => {
      walk = pixels ?? [];
      layer.redraw();
      if (how.fit && walk.length) {
        map.fitBounds(L.latLngBounds(walk.map(([x, y]) => latLng(x, y))), {
          padding: [56, 56],
          animate: false,
        });
      }
    },
    fit: () => map.fitBounds(whole),
    destroy: () => {
      sizes.disconnect();
      element.removeEventListener('keydown', onKey);
      map.remove();
    },
  };
}
