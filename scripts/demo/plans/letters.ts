import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import type { XY } from './plan.ts';

type Face = 'regular' | 'bold' | 'serif';

const files: Record<Face, (part: string) => string> = {
  regular: (part) => `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-400-normal.woff`,
  bold: (part) => `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-600-normal.woff`,
  serif: (part) => `@fontsource/lora/files/lora-${part}-600-normal.woff`,
};
/** The packages cut their fonts in parts; letters are looked for in this order. */
const parts = ['latin', 'vietnamese', 'latin-ext'];

const { resolve } = createRequire(import.meta.url);
const opened = new Map<Face, opentype.Font[]>();

function fontsOf(face: Face): opentype.Font[] {
  const known = opened.get(face);
  if (known) return known;
  const fonts = parts.map((part) => {
    const bytes = readFileSync(resolve(files[face](part)));
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  });
  opened.set(face, fonts);
  return fonts;
}

interface Letter {
  commands: opentype.PathCommand[];
  /** Width in em. */
  advance: number;
}

const letters = new Map<string, Letter>();

/** One letter at size 1 with its foot on zero. */
function letterOf(face: Face, character: string): Letter {
  const key = face + character;
  const known = letters.get(key);
  if (known) return known;
  const font = fontsOf(face).find((part) => part.charToGlyphIndex(character) > 0);
  if (!font) throw new Error(`No letter "${character}" in the fonts of the plans.`);
  const glyph = font.charToGlyph(character);
  const letter = {
    commands: glyph.getPath(0, 0, 1).commands,
    advance: (glyph.advanceWidth ?? 0) / font.unitsPerEm,
  };
  letters.set(key, letter);
  return letter;
}

interface Lettering {
  face: Face;
  /** Height of an em in pixels. */
  size: number;
  align?: 'left' | 'middle' | 'right';
  /** Degrees, clockwise. */
  angle?: number;
  /** Extra room after each letter, in em. */
  spacing?: number;
  /** Bends the words around this point. */
  around?: XY;
}

/** Height of the capitals in em; words stand with the middle of their capitals on their point. */
const capitals = 0.7;

/**
 * Words as the outlines of their letters, for an SVG path's `d`: a bare machine has no fonts to draw them with.
 * @param at the middle of the words' height, in pixels
 */
export function lettering(text: string, at: XY, how: Lettering): string {
  const { face, size, align = 'middle', angle = 0, spacing = 0 } = how;
  const run = Array.from(text.normalize('NFC'), (character) => letterOf(face, character));
  const width = run.reduce((sum, { advance }) => sum + advance + spacing, -spacing) * size;
  let pen = { left: 0, middle: -width / 2, right: -width }[align];
  const base = (capitals / 2) * size;
  const radius = how.around ? Math.hypot(at[0] - how.around[0], at[1] - how.around[1]) : 0;
  return run
    .map(({ commands, advance }) => {
      const middle = pen + (advance * size) / 2;
      const bend = how.around ? (middle / radius) * (180 / Math.PI) : 0;
      const turn = ((angle + bend) * Math.PI) / 180;
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const [originX, originY] = how.around
        ? [how.around[0] + radius * sin, how.around[1] - radius * cos]
        : [at[0] + middle * cos, at[1] + middle * sin];
      const place = (x: number, y: number) => {
        const [u, v] = [(x - advance / 2) * size, y * size + base];
        return `${(originX + u * cos - v * sin).toFixed(1)} ${(originY + u * sin + v * cos).toFixed(1)}`;
      };
      pen += (advance + spacing) * size;
      return commands.map((command) => outline(command, place)).join('');
    })
    .join('');
}

function outline(command: opentype.PathCommand, place: (x: number, y: number) => string): string {
  switch (command.type) {
    case 'Z':
      return 'Z';
    case 'C':
      return `C${place(command.x1, command.y1)} ${place(command.x2, command.y2)} ${place(command.x, command.y)}`;
    case 'Q':
      return `Q${place(command.x1, command.y1)} ${place(command.x, command.y)}`;
    default:
      return command.type + place(command.x, command.y);
  }
}
