import type { MoveView, PlaceView } from '../../../server/graves/contract.ts';
import { useReader } from '../reader.ts';

/** A place as written and what it is called today. */
export function Place({ place }: { place: PlaceView }) {
  return (
    <>
      {place.text}
      {place.todayPhrase && <span class="src"> · {place.todayPhrase}</span>}
    </>
  );
}

/** Where the remains were before: first burial, gathered, moved; oldest first. */
export function Moves({ moves }: { moves: MoveView[] }) {
  const { t, date } = useReader();
  if (moves.length === 0) return null;
  return (
    <section class="card" aria-labelledby="moves">
      <h2 id="moves">{t('moves.title')}</h2>
      <ol class="track">
        {moves.map((move, n) => (
          <li key={n} class="done">
            {t(`moves.${move.kind}`)}
            {move.date && `, ${date(move.date)}`}
            {move.place && (
              <>
                : <Place place={move.place} />
              </>
            )}
            {move.by && <small> {t('moves.by', { who: move.by })}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
