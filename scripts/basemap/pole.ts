/**
 * A good place for a name: the point of a ring that is farthest from its edge, found by trying a grid and then finer
 * grids round the best point.
 * @param ring `[lng, lat, lng, lat, …]`, closed
 */
export function labelPoint(ring: readonly number[]): { lng: number; lat: number } {
  const box = boxOf(ring);
  let best = { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2, room: -Infinity };
  let [width, height] = [box.east - box.west, box.north - box.south];
  for (let round = 0; round < 4; round++) {
    const centre = best;
    for (let i = 0; i <= 12; i++) {
      for (let j = 0; j <= 12; j++) {
        const lng = centre.lng + width * (i / 12 - 0.5);
        const lat = centre.lat + height * (j / 12 - 0.5);
        const room = roomAt(ring, lng, lat);
        if (room > best.room) best = { lng, lat, room };
      }
    }
    width /= 5;
    height /= 5;
  }
  return { lng: Math.round(best.lng * 1000) / 1000, lat: Math.round(best.lat * 1000) / 1000 };
}

/** West, south, east and north of a run of coordinates. */
export function boxOf(points: readonly number[]): {
  west: number;
  south: number;
  east: number;
  north: number;
} {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    box.west = Math.min(box.west, points[i]!);
    box.east = Math.max(box.east, points[i]!);
    box.south = Math.min(box.south, points[i + 1]!);
    box.north = Math.max(box.north, points[i + 1]!);
  }
  return box;
}

/** Distance to the edge in degrees, negative outside. */
function roomAt(ring: readonly number[], lng: number, lat: number): number {
  let nearest = Infinity;
  let inside = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.max(0, Math.min(1, ((lng - ax) * dx + (lat - ay) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(lng - ax - along * dx, lat - ay - along * dy));
  }
  return inside ? nearest : -nearest;
}
