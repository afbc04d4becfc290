import type { LetterStyle } from './labels.ts';
import { lettering } from './palette.ts';

const family = "'Be Vietnam Pro', system-ui, sans-serif";

/** The faces that the base map writes with, to be there before the first name is measured. */
export const faces = [`400 13px ${family}`, `600 13px ${family}`];

function letters(size: number, weight: 400 | 600, colour: string, slanted = false): LetterStyle {
  return { font: `${slanted ? 'italic ' : ''}${weight} ${size}px ${family}`, size, colour };
}

/** How towns are written, by rank and zoom; those abroad stay in the background. */
export function townStyle(rank: number, zoom: number, home: boolean): LetterStyle {
  const near = zoom >= 10 ? 1 : 0;
  if (!home && rank <= 3) return letters((rank === 1 ? 13 : 12) + near, 400, lettering.townAbroad);
  if (rank <= 1) return letters(15 + near, 600, lettering.town);
  if (rank === 2) return letters((zoom < 7 ? 13 : 15) + near, 600, lettering.town);
  if (rank === 3) return letters((zoom < 8 ? 12 : 14) + near, zoom < 8 ? 400 : 600, lettering.town);
  if (rank === 4) return letters(12 + near, 400, lettering.town);
  return letters(12, 400, lettering.town);
}

/** Names of provinces, today's or old ones. */
export function provinceStyle(zoom: number, old: boolean): LetterStyle {
  const size = zoom < 7 ? 11 : zoom < 9 ? 12 : 14;
  const style = letters(size, 600, old ? lettering.oldProvince : lettering.province);
  return { ...style, spacing: zoom < 7 ? 0.5 : 1 };
}

/** Names that are no towns, by kind. */
export function labelStyle(kind: string, rank: number, zoom: number): LetterStyle {
  switch (kind) {
    case 'archipelago':
      return letters(zoom < 6 ? 12 : 14, 600, lettering.archipelago);
    case 'country':
      return { ...letters(zoom < 6 ? 12 : 14, 600, lettering.country), spacing: zoom < 5 ? 1 : 2 };
    case 'sea':
      return {
        ...letters(rank === 1 ? 16 : zoom < 7 ? 12 : 14, 400, lettering.sea, true),
        spacing: rank === 1 ? 3 : 1,
      };
    case 'lagoon':
      return letters(12, 400, lettering.sea, true);
    case 'region':
    case 'range':
      return { ...letters(13, 400, lettering.region, true), spacing: 1.5 };
    default:
      return letters(12, 400, lettering.region, kind !== 'island');
  }
}

export const riverStyle = letters(12, 400, lettering.river, true);
export const roadStyle: LetterStyle = { ...letters(11, 600, lettering.road), plate: '#fffdf9' };
