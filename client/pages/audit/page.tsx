import type { AuditEventView } from '../../../server/audit/contract.ts';
import type { PageData } from '../../../server/pages/contract.ts';
import { momentWords } from '../../parts/moment.ts';
import { useReader } from '../../parts/reader.ts';
import { acts, actKey, differences } from './words.ts';

/** Who did what, newest first. */
export function AuditPage({ data }: { data: PageData['audit'] }) {
  const { t, link } = useReader();
  const { query, list, problem } = data;
  const line = (name: string, words: string, day = false) => (
    <label>
      <span>{words}</span>
      {day ? (
        <input name={name} type="date" defaultValue={query[name] ?? ''} />
      ) : (
        <input name={name} defaultValue={query[name] ?? ''} maxLength={100} />
      )}
    </label>
  );
  return (
    <div class="wrap">
      <h1>{t('audit.title')}</h1>
      <form class="narrow" action={link('audit')} method="get" role="search">
        {line('nguoi', t('audit.actor'))}
        <label>
          <span>{t('audit.action')}</span>
          <select name="viec">
            <option value="">{t('audit.all')}</option>
            {Object.entries(acts).map(([action, key]) => (
              <option key={action} value={action} selected={action === query['viec']}>
                {t(key)}
              </option>
            ))}
          </select>
        </label>
        {line('doituong', t('audit.thing'))}
        {line('tu', t('audit.from'), true)}
        {line('den', t('audit.to'), true)}
        <button class="button">{t('search.go')}</button>
      </form>
      {problem && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {list.items.length === 0 && <p class="card">{t('audit.none')}</p>}
      <ol class="plain listing events">
        {list.items.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      {list.cursor && (
        <a class="button quiet" rel="next" href={link('audit', '', { ...query, cursor: list.cursor })}>
          {t('audit.older')}
        </a>
      )}
    </div>
  );
}

function Event({ event }: { event: AuditEventView }) {
  const { t, language } = useReader();
  const { at, actor, address, action, thing, reason, before, after, chain, seq } = event;
  const key = actKey(action);
  const changed = differences(before, after);
  return (
    <li class="card">
      <p>
        <b>{key ? t(key) : action}</b> · {thing.id}
        {reason && ` · ${reason}`}
      </p>
      <p class="src">
        <time dateTime={at}>{momentWords(language, at)}</time> · {actor.name || t('audit.nobody')} · {address}
      </p>
      {changed.length > 0 && (
        <details>
          <summary>{t('audit.changed', { count: changed.length })}</summary>
          <dl class="facts">
            {changed.map(({ field, before: old, after: now }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {before !== undefined && (
                    <>
                      <del>{old}</del>{' '}
                    </>
                  )}
                  <ins>{now}</ins>
                </dd>
              </div>
            ))}
          </dl>
          <p class="src">{t('audit.number', { chain: String(chain), seq: String(seq) })}</p>
        </details>
      )}
    </li>
  );
}
