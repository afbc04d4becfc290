import type { GraveView } from '../../server/graves/contract.ts';
import type { Reader } from './reader.ts';

/** "Khu A, hàng 12, mộ 7"; undefined when nothing of it is known. */
export function positionWords({ t }: Reader, position: GraveView['position']): string | undefined {
  const { section, row, number } = position;
  const words = [
    section && t('position.section', { section }),
    row && t('position.row', { row }),
    number && t('position.number', { number }),
  ].filter((word) => word !== undefined && word !== '');
  const text = words.join(', ');
  return text === '' ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}
