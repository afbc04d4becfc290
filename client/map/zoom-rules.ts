/** What shows at which zoom of the base map (scripts/basemap/data/README.md says why). */

/** To this zoom the far-out files are drawn, above it the full ones. */
export const LAST_FAR_ZOOM = 7;

/** Roads are schematic, right to 1–5 km: near in they would lie, so they end here. */
export function showsRoads(zoom: number): boolean {
  return zoom >= 6 && zoom < 11;
}

/** The least weighty rank of roads and railways shown. */
export function roadRank(zoom: number): number {
  return Math.min(4, zoom - 5);
}

/** The least weighty rank of rivers shown. */
export function riverRank(zoom: number): number {
  return zoom < 6 ? 1 : Math.min(5, zoom - 4);
}

/** The least weighty rank of lakes and wide rivers shown. */
export function waterAreaRank(zoom: number): number {
  return zoom < 8 ? 1 : 5;
}

/** The least weighty rank of towns shown, where there is room. */
export function townRank(zoom: number): number {
  return [1, 2, 2, 3, 3, 4, 5][zoom - 4] ?? (zoom < 4 ? 1 : 6);
}

/** Names of provinces, today's or old ones. */
export function showsProvinceNames(zoom: number, old: boolean): boolean {
  return zoom >= (old ? 6 : 7) && zoom <= 10;
}
