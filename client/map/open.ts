import type { FeatureCollection, LineString, MultiLineString, Point } from 'geojson';
import L from 'leaflet';
import type { OldBorders } from './basemap.ts';
import { Basemap } from './basemap.ts';
import { bordersControl, locateControl, zoomControl } from './controls.ts';
import type { Located } from './locate.ts';
import { findMe, hereLayer, NotLocated } from './locate.ts';
import './map.css';
import type { PointFacts, PointsHandle, PointsHow } from './points.ts';
import { Points } from './points.ts';
import type { LineHow } from './route-line.ts';
import { routeLine } from './route-line.ts';
import type { View } from './view.ts';
import type { MapLanguage } from './words.ts';
import { mapWords } from './words.ts';

/** West, south, east, north in degrees (GeoJSON's bbox). */
export type Bounds = readonly [number, number, number, number];

export interface MapOptions {
  /** What to show first: a view, or the smallest zoom that holds the bounds; without either, all of Vietnam. */
  view?: View;
  bounds?: Bounds;
  /** Folder of the base files, with its closing slash; `/base/` unless told. */
  baseUrl?: string;
  language?: MapLanguage;
  /** Tiles of another server in place of our own ground. */
  outsideTiles?: { url: string; credit: string };
  /** The nearest zoom: 13 for a country map, up to 18 where a walking line shows. */
  maxZoom?: number;
  oldBorders?: OldBorders;
  controls?: { zoom?: boolean; scale?: boolean; locate?: boolean; oldBorders?: boolean };
  /** False in the middle of a page, where the wheel should go on scrolling it. */
  wheel?: boolean;
  /** The reader moved the map. */
  onView?: (view: View) => void;
  onOldBorders?: (old: OldBorders) => void;
}

export interface Removable {
  remove(): void;
}

/** A map on a page: all that pages know of it. */
export interface MapHandle {
  getView(): View;
  setView(view: View): void;
  fit(bounds: Bounds): void;
  setOldBorders(old: OldBorders): void;
  /** Shows points until they are removed. */
  showPoints<Facts extends PointFacts>(
    points: FeatureCollection<Point, Facts>,
    how?: PointsHow<Facts>,
  ): PointsHandle;
  showLine(line: LineString | MultiLineString, how: LineHow): Removable;
  /** Shows the reader's place and moves there. @throws NotLocated */
  locateMe(): Promise<Located>;
  destroy(): void;
}

/** All of Vietnam with Hoàng Sa and Trường Sa. */
const VIETNAM: Bounds = [102, 6, 115.5, 23.5];
/** How far a reader may wander. */
const LIMITS = L.latLngBounds([-1, 91], [29, 125]);

function latLngBounds([west, south, east, north]: Bounds): L.LatLngBounds {
  return L.latLngBounds([south, west], [north, east]);
}

/**
 * Opens a map in an element that has a size. The element must be empty and must not be drawn by anything else.
 * Its text is Vietnamese unless told; the caller shows the same content as a list beside it.
 */
export function openMap(element: HTMLElement, options: MapOptions = {}): MapHandle {
  const language = options.language ?? 'vi';
  const words = mapWords(language);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', words.map);
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: element.clientWidth < 600 ? 4 : 5,
    maxZoom: options.maxZoom ?? 13,
    maxBounds: LIMITS,
    maxBoundsViscosity: 0.8,
    scrollWheelZoom: options.wheel ?? true,
    fadeAnimation: !still,
    zoomAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  if (options.view) map.setView(options.view, options.view.zoom);
  else map.fitBounds(latLngBounds(options.bounds ?? VIETNAM), { animate: false });

  const attribution = L.control.attribution({ prefix: false }).addTo(map);
  const basemap = new Basemap({
    baseUrl: options.baseUrl ?? '/base/',
    ground: !options.outsideTiles,
    zIndex: 2,
  });
  if (options.outsideTiles) {
    const { url, credit } = options.outsideTiles;
    L.tileLayer(url, { attribution: credit, maxZoom: options.maxZoom ?? 13 }).addTo(map);
  } else {
    addCredits(attribution, basemap);
  }
  basemap.setOldBorders(options.oldBorders ?? 'none');
  basemap.addTo(map);

  let here: L.LayerGroup | undefined;
  const locateMe = async (): Promise<Located> => {
    const found = await findMe();
    here?.remove();
    here = hereLayer(found, words.here).addTo(map);
    map.setView(found, Math.min(Math.max(map.getZoom(), 11), map.getMaxZoom()));
    return found;
  };
  const setOldBorders = (old: OldBorders): void => {
    basemap.setOldBorders(old);
    options.onOldBorders?.(old);
  };

  const controls = options.controls ?? {};
  if (controls.zoom !== false) zoomControl(words).addTo(map);
  if (controls.scale !== false) L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  if (controls.locate) {
    const explain = (problem: unknown): string =>
      words[problem instanceof NotLocated ? problem.reason : 'unavailable'];
    locateControl(words, locateMe, explain).addTo(map);
  }
  if (controls.oldBorders) bordersControl(words, basemap.oldBorders, setOldBorders).addTo(map);

  const getView = (): View => {
    const { lat, lng } = map.getCenter();
    return { lat, lng, zoom: map.getZoom() };
  };
  map.on('moveend', () => options.onView?.(getView()));
  const sizes = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  sizes.observe(element);

  return {
    getView,
    setView: (view) => map.setView(view, view.zoom),
    fit: (bounds) => map.fitBounds(latLngBounds(bounds), { padding: [32, 32] }),
    setOldBorders,
    showPoints: (points, how = {}) => new Points(map, points, how, language),
    showLine: (line, { kind, fit }) => {
      const layer = routeLine(line, kind).addTo(map);
      if (fit) map.fitBounds(layer.getBounds(), { padding: [48, 48], maxZoom: map.getMaxZoom() });
      return { remove: () => layer.remove() };
    },
    locateMe,
    destroy: () => {
      sizes.disconnect();
      map.remove();
    },
  };
}

/** A map without its credits breaks a licence: if they do not come, they are asked for again with the next tiles. */
function addCredits(attribution: L.Control.Attribution, basemap: Basemap): void {
  const { files } = basemap;
  files.credits().then(
    (credits) => {
      const links = credits.map(({ text, href }) => {
        const link = document.createElement('a');
        Object.assign(link, {
          href: files.address(href),
          textContent: text,
          rel: 'noopener',
          target: '_blank',
        });
        return link.outerHTML;
      });
      attribution.addAttribution(links.join(' · '));
    },
    () => basemap.once('load', () => addCredits(attribution, basemap)),
  );
}
