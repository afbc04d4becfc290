import type { PageData } from '../../../server/pages/contract.ts';
import { useReader, type Reader } from '../../parts/reader.ts';

/** How to reach the people who answer, and what to have at hand. */
export function ContactPage({ data }: { data: PageData['contact'] }) {
  const reader = useReader();
  const { t, link } = reader;
  const { office, about } = data;
  const subject = !about
    ? t('contact.subject.any')
    : about.code.startsWith('don-vi:')
      ? t('contact.subject.unit', { name: about.name })
      : t('contact.subject', { name: about.name, code: about.code });
  const hand = ['who', 'papers', 'photo', 'place', 'source'] as const;
  return (
    <div class="wrap reading-width">
      <h1>{t('contact.title')}</h1>
      <p class="lead">{t('contact.lead')}</p>
      {about && (
        <p class="card">
          {t('contact.about')} <a href={pageOf(reader, about)}>{about.name}</a>{' '}
          {/^(LS|NT)/.test(about.code) && <span class="src">({about.code})</span>}
        </p>
      )}
      <section class="card" aria-labelledby="office">
        <h2 id="office">{office.name}</h2>
        <ul class="plain reach">
          {office.phone && (
            <li>
              <a class="button" href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>
                {t('contact.call', { phone: office.phone })}
              </a>
            </li>
          )}
          {office.email && (
            <li>
              <a class="button quiet" href={`mailto:${office.email}?subject=${encodeURIComponent(subject)}`}>
                {t('contact.write', { email: office.email })}
              </a>
            </li>
          )}
          {office.address && <li>{t('contact.come', { address: office.address })}</li>}
        </ul>
        {!office.phone && !office.email && !office.address && <p>{t('contact.noWay')}</p>}
        <p>{t('contact.commune')}</p>
      </section>
      <section aria-labelledby="hand">
        <h2 id="hand">{t('contact.hand')}</h2>
        <ul class="ticks">
          {hand.map((what) => (
            <li key={what}>{t(`contact.hand.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="after">
        <h2 id="after">{t('contact.after')}</h2>
        <p>{t('contact.after.text')}</p>
        <p>{t('contact.private')}</p>
        <p>
          <a class="go" href={`${link('about')}#canh-giac`}>
            {t('contact.beware')}
          </a>
        </p>
      </section>
    </div>
  );
}

/** The page that a dossier's or cemetery's code, a grave's id or a unit's words belong to. */
function pageOf({ link }: Reader, { code, name }: { code: string; name: string }): string {
  if (code.startsWith('don-vi:')) return link('decode', '', { text: name });
  return link(code.startsWith('LS') ? 'martyr' : code.startsWith('NT') ? 'cemetery' : 'grave', code);
}
