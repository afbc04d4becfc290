import type { Issued } from '../../../server/accounts/contract.ts';
import { momentWords } from '../../parts/moment.ts';
import { useReader } from '../../parts/reader.ts';

/** A temporary password, to be handed over; it is not shown again. */
export function IssuedPassword({ issued }: { issued: Issued }) {
  const { t, language } = useReader();
  return (
    <section class="card well" role="status">
      <h2>{t('issued.title', { name: issued.account.name })}</h2>
      <p>
        <code class="password">{issued.password}</code>
      </p>
      <p>{t('issued.lead', { until: momentWords(language, issued.validUntil) })}</p>
    </section>
  );
}
