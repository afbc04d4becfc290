import type { GraveView } from '../../server/graves/contract.ts';
import { useReader } from './reader.ts';

type Information = GraveView['information'];

/**
 * The sign of a grave's state, told by its fill as well as its colour: named solid, partly known hatched,
 * unknown grey with "?", empty outlined, symbolic with a ring.
 */
export function StateSign({ state }: { state: Information }) {
  return (
    <svg class={`sign ${state}`} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      {state === 'symbolic' ? (
        <circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" stroke-width="3" />
      ) : (
        <rect
          x="2"
          y="2"
          width="14"
          height="14"
          rx="2"
          stroke="currentColor"
          stroke-width="2"
          fill={state === 'named' || state === 'unknown' ? 'currentColor' : 'none'}
        />
      )}
      {state === 'partly' && (
        <path d="M3 9 9 3M3 15 15 3M9 15l6-6" stroke="currentColor" stroke-width="2" fill="none" />
      )}
      {state === 'unknown' && (
        <text x="9" y="13.5" text-anchor="middle" font-size="12" font-weight="600" fill="#fff">
          ?
        </text>
      )}
    </svg>
  );
}

/** The state in words behind its sign. */
export function StateMark({ state }: { state: Information }) {
  const { t } = useReader();
  return (
    <span class={`state ${state}`}>
      <StateSign state={state} />
      {t(`state.${state}`)}
    </span>
  );
}
