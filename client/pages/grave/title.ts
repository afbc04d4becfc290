import type { GraveView } from '../../../server/graves/contract.ts';
import type { Reader } from '../../parts/reader.ts';

/** "Mộ liệt sĩ Nguyễn Văn Hải", or the official words where nobody is named. */
export function graveTitle({ t }: Reader, grave: GraveView): string {
  const names = grave.martyrs.map(({ name }) => name);
  return names.length > 0 ? t('grave.title', { names: names.join(', ') }) : t(`state.${grave.information}`);
}
