import type { GraveView } from '../../../server/graves/contract.ts';
import { useReader } from '../reader.ts';

/** Who else lies in the same grave; a shared grave is said plainly. */
export function Together({ grave, code }: { grave: GraveView; code: string }) {
  const { t, link } = useReader();
  const others = grave.martyrs.filter((martyr) => martyr.code !== code);
  if (others.length === 0) return null;
  return (
    <section class="card" aria-labelledby="together">
      <h2 id="together">{t('together.title')}</h2>
      <ul class="plain">
        {others.map((martyr) => (
          <li key={martyr.code}>
            <a href={link('martyr', martyr.code)}>{martyr.name}</a>
            <span class="src"> {[martyr.birth, martyr.home, martyr.death].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
