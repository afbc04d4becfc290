import { gazetteer } from '../places/gazetteer.ts';
import { fold } from '../text/fold.ts';
import { areaName } from './territory.ts';

const most = 30;

/**
 * Provinces or communes of today whose name a person may have meant: "vi thanh", "Vị Thanh, Cần Thơ". Those that begin
 * so come first.
 */
export function areasLike(text: string, level: 'province' | 'commune'): { id: string; name: string }[] {
  const { provincesToday, communesToday } = gazetteer();
  const plain = (words: string) =>
    fold(words)
      .replace(/^(tinh|thanh pho|tp\.?|xa|phuong|dac khu)\s+/, '')
      .trim();
  const [first = '', ...around] = text.split(',').map(plain);
  return (level === 'province' ? provincesToday : communesToday)
    .filter(
      ({ name, parent }) =>
        plain(name).includes(first) && around.every((each) => !parent || plain(parent.name).includes(each)),
    )
    .sort((a, b) => Number(plain(b.name).startsWith(first)) - Number(plain(a.name).startsWith(first)))
    .slice(0, most)
    .map(({ id }) => ({ id, name: areaName(id)! }));
}
