import sharp from 'sharp';
import { ink } from './ink.ts';

/** Side of a tile in pixels. */
const side = 256;

export interface PlanTile {
  z: number;
  x: number;
  y: number;
  webp: Buffer;
}

/**
 * Cuts a drawing into 256 px WebP tiles: zoom `maxZoom` is full size, zoom 0 one tile, x and y count from the upper
 * left. Tiles at the right and lower edge are filled up with paper.
 * @param image any format that sharp reads
 * @param each called once for every tile, one after the other
 */
export async function cutTiles(
  image: Buffer,
  each: (tile: PlanTile) => Promise<void> | void,
): Promise<{ maxZoom: number; tiles: number }> {
  let { data, info } = await sharp(image, { limitInputPixels: false })
    .flatten({ background: ink.paper })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { channels } = info;
  let [width, height] = [info.width, info.height];
  const maxZoom = Math.max(0, Math.ceil(Math.log2(Math.max(width, height) / side)));
  let tiles = 0;
  for (let z = maxZoom; z >= 0; z--) {
    const raw = { width, height, channels };
    for (let y = 0; y * side < height; y++) {
      const across = Array.from({ length: Math.ceil(width / side) }, (_, x) => x);
      const row = await Promise.all(across.map((x) => cut(data, raw, x * side, y * side)));
      for (const x of across) await each({ z, x, y, webp: row[x]! });
      tiles += row.length;
    }
    if (z === 0) break;
    const next = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
    ({ data, info } = await sharp(data, { raw, limitInputPixels: false })
      .resize(next.width, next.height, { fit: 'fill', kernel: 'lanczos3' })
      .raw()
      .toBuffer({ resolveWithObject: true }));
    ({ width, height } = next);
  }
  return { maxZoom, tiles };
}

interface Raw {
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

async function cut(data: Buffer, raw: Raw, left: number, top: number): Promise<Buffer> {
  const [width, height] = [Math.min(side, raw.width - left), Math.min(side, raw.height - top)];
  // copied by hand: sharp would take in the whole image for every tile
  const line = width * raw.channels;
  const part = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * raw.width + left) * raw.channels;
    data.copy(part, y * line, from, from + line);
  }
  const tile = sharp(part, { raw: { width, height, channels: raw.channels } });
  return (
    width === side && height === side
      ? tile
      : tile.extend({ right: side - width, bottom: side - height, background: ink.paper })
  )
    .webp({ quality: 82, effort: 1 })
    .toBuffer();
}
