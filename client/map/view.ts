/** What part of the world a map shows. */
export interface View {
  lat: number;
  lng: number;
  zoom: number;
}

/** A view as it stands in an address: `#8/16.4637/107.5909`; four decimals are 11 m. */
export function writeView({ zoom, lat, lng }: View): string {
  return `#${zoom}/${lat.toFixed(4)}/${lng.toFixed(4)}`;
}

/** The view in an address's fragment, or nothing where there is none. */
export function readView(fragment: string): View | undefined {
  const found = /^#(\d{1,2})\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(fragment);
  if (!found) return undefined;
  const [zoom, lat, lng] = found.slice(1).map(Number) as [number, number, number];
  return zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? { zoom, lat, lng } : undefined;
}
