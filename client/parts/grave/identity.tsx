import type { IdentityView } from '../../../server/graves/contract.ts';
import type { Key } from '../../i18n/t.ts';
import { useReader } from '../reader.ts';

type State = IdentityView['state'];

/** What is waited for after each state; an ended one waits for nothing. */
const waiting: Partial<Record<State, Key>> = {
  candidate: 'identity.wait.sampled',
  sampled: 'identity.wait.typed',
  typed: 'identity.wait.matched',
  matched: 'identity.wait.decided',
  decided: 'identity.wait.notified',
  refuted: 'identity.wait.refuted',
};

/** Where the identification stands, in plain words: steps done, and what comes next. */
export function Identity({ identity, named }: { identity: IdentityView; named: boolean }) {
  const { t, date } = useReader();
  const next = waiting[identity.state];
  if (identity.state === 'none') {
    return (
      <section class="card" aria-labelledby="identity">
        <h2 id="identity">{t('identity.title')}</h2>
        <p>{t(named ? 'identity.none.named' : 'identity.none.unknown')}</p>
      </section>
    );
  }
  const done = identity.steps.length > 0 ? identity.steps : [{ state: identity.state }];
  return (
    <section class="card" aria-labelledby="identity">
      <h2 id="identity">{t('identity.title')}</h2>
      <ol class="track">
        {done.map((step, n) => (
          <li key={n} class="done">
            {t(`identity.${step.state}`)}
            {step.date && `, ${date(step.date)}`}
            {step.basis && <small> {t('identity.basis', { basis: step.basis })}</small>}
            {step.paper && <small> {t('identity.paper', { paper: step.paper })}</small>}
          </li>
        ))}
        {next && <li>{t(next)}</li>}
      </ol>
    </section>
  );
}
