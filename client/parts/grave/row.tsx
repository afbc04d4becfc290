import type { GraveView } from '../../../server/graves/contract.ts';
import { useReader } from '../reader.ts';
import { StateSign } from '../state-mark.tsx';

/** The stones beside this one in the row, in walking order: how one finds a worn stone by its neighbours. */
export function Row({ grave }: { grave: GraveView }) {
  const { t, link } = useReader();
  if (grave.neighbours.length === 0) return null;
  const here = { id: grave.id, offset: 0, position: grave.position, information: grave.information };
  const stones = [...grave.neighbours, { ...here, name: undefined, code: undefined }].sort(
    (a, b) => a.offset - b.offset,
  );
  return (
    <section class="card" aria-labelledby="row">
      <h2 id="row">{t('row.title')}</h2>
      <ol class="row">
        {stones.map((stone) => (
          <li key={stone.id} class={stone.offset === 0 ? 'here' : undefined}>
            <StateSign state={stone.information} />
            <span class="number">{stone.position.number}</span>{' '}
            {stone.offset === 0 ? (
              <b>{t('row.here')}</b>
            ) : (
              <a href={stone.code ? link('martyr', stone.code) : link('grave', stone.id)}>
                {stone.name ?? t(`state.${stone.information}`)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
