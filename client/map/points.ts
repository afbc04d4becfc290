import type { Feature, FeatureCollection, Point } from 'geojson';
import L from 'leaflet';
import type { AnyProps, ClusterFeature } from 'supercluster';
import Supercluster from 'supercluster';
import { EXPLAINED_RING, groundPixels, isUncertain, LEAST_RING } from './accuracy.ts';
import { clusterIcon, pointIcon } from './icons.ts';
import type { MapLanguage, MapWords } from './words.ts';
import { mapWords, sayDistance } from './words.ts';

/** What a point must say of itself; a page may add more and gets it back when the point is chosen. */
export interface PointFacts {
  id: string;
  name: string;
  /** Metres; above 200 the point is drawn as a ring. */
  accuracyM?: number | null;
}

export interface PointsHow<Facts extends PointFacts> {
  /** Points close together become one mark with their number; true unless told. */
  cluster?: boolean;
  /** Moves the map so that all points show. */
  fit?: boolean;
  /** `lies` is the green of "where he lies"; `past` a former place; `place` all else. */
  kind?: (facts: Facts) => 'place' | 'lies' | 'past';
  /** A point was pressed. */
  onSelect?: (facts: Facts) => void;
  /** What opens beside a pressed point. */
  card?: (facts: Facts) => HTMLElement;
  /** The name stands beside each single mark. */
  named?: boolean;
}

export interface PointsHandle {
  /** Marks a point as chosen, without pressing it; null marks none. */
  choose(id: string | null): void;
  remove(): void;
}

type Shown<Facts extends PointFacts> = Feature<Point, Facts> | ClusterFeature<AnyProps>;

/** Points on the map, clustered by zoom; only what is in view has an element. */
export class Points<Facts extends PointFacts> implements PointsHandle {
  readonly #map: L.Map;
  readonly #how: PointsHow<Facts>;
  readonly #language: MapLanguage;
  readonly #words: MapWords;
  readonly #index: Supercluster<Facts>;
  readonly #marks = L.layerGroup();
  readonly #rings = L.layerGroup();
  readonly #shown = new Map<string, L.Marker>();
  #chosen: string | null = null;

  constructor(
    map: L.Map,
    points: FeatureCollection<Point, Facts>,
    how: PointsHow<Facts>,
    language: MapLanguage,
  ) {
    this.#map = map;
    this.#how = how;
    this.#language = language;
    this.#words = mapWords(language);
    this.#index = new Supercluster<Facts>({
      radius: 56,
      // Leaflet's tiles, in which the radius counts, are of 256 pixels.
      extent: 256,
      maxZoom: map.getMaxZoom(),
      minPoints: how.cluster === false ? Infinity : 2,
    });
    this.#index.load([...points.features]);
    this.#rings.addTo(map);
    this.#marks.addTo(map);
    map.on('moveend', this.#draw, this);
    if (how.fit && points.features.length) {
      const all = points.features.map(({ geometry: { coordinates: at } }) => L.latLng(at[1]!, at[0]!));
      map.fitBounds(L.latLngBounds(all), { padding: [48, 48], maxZoom: 12, animate: false });
    }
    this.#draw();
  }

  choose(id: string | null): void {
    this.#chosen = id;
    for (const [key, marker] of this.#shown) marker.getElement()?.classList.toggle('chosen', key === id);
  }

  remove(): void {
    this.#map.off('moveend', this.#draw, this);
    this.#marks.remove();
    this.#rings.remove();
  }

  #draw(): void {
    const zoom = this.#map.getZoom();
    const box = this.#map.getBounds().pad(0.2);
    const features: Shown<Facts>[] = this.#index.getClusters(
      [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
      zoom,
    );
    const wanted = new Map(features.map((feature) => [this.#key(feature, zoom), feature]));
    for (const [key, marker] of this.#shown) {
      if (wanted.has(key)) continue;
      // A mark that goes away while it has the focus gives it to the map, not to the top of the page.
      if (marker.getElement() === document.activeElement)
        this.#map.getContainer().focus({ preventScroll: true });
      this.#marks.removeLayer(marker);
      this.#shown.delete(key);
    }
    this.#rings.clearLayers();
    for (const [key, feature] of wanted) {
      if (!this.#shown.has(key)) this.#add(key, feature, zoom);
      if (!isCluster(feature)) this.#ring(feature, zoom);
    }
  }

  #key(feature: Shown<Facts>, zoom: number): string {
    return isCluster(feature) ? `cluster ${zoom} ${feature.properties.cluster_id}` : feature.properties.id;
  }

  #add(key: string, feature: Shown<Facts>, zoom: number): void {
    const [lng, lat] = feature.geometry.coordinates as [number, number];
    const icon = isCluster(feature)
      ? clusterIcon(feature.properties.point_count)
      : pointIcon({
          kind: this.#how.kind?.(feature.properties) ?? 'place',
          uncertain: isUncertain(feature.properties.accuracyM) ? this.#words.approximate : undefined,
          name: this.#how.named ? feature.properties.name : undefined,
        });
    const marker = L.marker([lat, lng], { icon, keyboard: true, riseOnHover: true });
    marker.on('click', () => this.#press(feature, zoom, marker));
    this.#shown.set(key, marker);
    this.#marks.addLayer(marker);
    const element = marker.getElement()!;
    // Leaflet lets a mark take the focus but presses it by pointer alone.
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      this.#press(feature, zoom, marker);
    });
    const says = this.#says(feature);
    element.setAttribute('aria-label', says);
    element.title = says;
    element.classList.toggle('chosen', key === this.#chosen);
  }

  #says(feature: Shown<Facts>): string {
    if (isCluster(feature)) {
      const count = feature.properties.point_count;
      return this.#isOneSpot(feature) ? this.#words.sameSpot(count) : this.#words.cluster(count);
    }
    const { name, accuracyM } = feature.properties;
    if (!isUncertain(accuracyM)) return name;
    return `${name}, ${this.#words.approximate}, ${this.#words.within(sayDistance(accuracyM, this.#language))}`;
  }

  /** The true ring, once it is wide enough to be told from its mark. */
  #ring({ geometry, properties }: Feature<Point, Facts>, zoom: number): void {
    const { accuracyM } = properties;
    if (!isUncertain(accuracyM)) return;
    const [lng, lat] = geometry.coordinates as [number, number];
    const radius = groundPixels(accuracyM, lat, zoom);
    const wide = radius > LEAST_RING;
    const element = this.#shown.get(properties.id)?.getElement();
    element?.classList.toggle('wide', wide);
    element?.classList.toggle('explained', radius > EXPLAINED_RING);
    if (!wide) return;
    const ring = L.circle([lat, lng], { radius: accuracyM, className: 'map-ring', interactive: false });
    this.#rings.addLayer(ring);
  }

  #press(feature: Shown<Facts>, zoom: number, marker: L.Marker): void {
    if (isCluster(feature)) {
      if (this.#isOneSpot(feature)) this.#list(feature, marker);
      else this.#map.setView(marker.getLatLng(), Math.max(zoom + 1, this.#expansion(feature)));
      return;
    }
    this.#choosePoint(feature.properties, marker);
  }

  #choosePoint(facts: Facts, marker: L.Marker): void {
    this.choose(facts.id);
    if (this.#how.card) this.#open(this.#how.card(facts), marker);
    this.#how.onSelect?.(facts);
  }

  /** Points in one spot never come apart: they are offered as a list. */
  #list(cluster: ClusterFeature<AnyProps>, marker: L.Marker): void {
    const list = document.createElement('ul');
    list.className = 'map-list';
    for (const leaf of this.#index.getLeaves(cluster.properties.cluster_id, 100)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = leaf.properties.name;
      button.addEventListener('click', () => this.#choosePoint(leaf.properties, marker));
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
    }
    this.#open(list, marker);
  }

  /** Opens a card over a mark; the keyboard goes into it, and back to the mark by Escape. */
  #open(content: HTMLElement, marker: L.Marker): void {
    const popup = L.popup({ maxWidth: 280, offset: [0, -8] })
      .setLatLng(marker.getLatLng())
      .setContent(content);
    popup.openOn(this.#map);
    popup
      .getElement()
      ?.querySelector('.leaflet-popup-close-button')
      ?.setAttribute('aria-label', this.#words.close);
    content.querySelector<HTMLElement>('a[href], button')?.focus({ preventScroll: true });
    content.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      popup.close();
      marker.getElement()?.focus({ preventScroll: true });
    });
  }

  #expansion(cluster: ClusterFeature<AnyProps>): number {
    return Math.min(
      this.#index.getClusterExpansionZoom(cluster.properties.cluster_id),
      this.#map.getMaxZoom(),
    );
  }

  #isOneSpot(cluster: ClusterFeature<AnyProps>): boolean {
    return this.#index.getClusterExpansionZoom(cluster.properties.cluster_id) > this.#map.getMaxZoom();
  }
}

function isCluster(feature: Shown<PointFacts>): feature is ClusterFeature<AnyProps> {
  return 'cluster' in feature.properties;
}
