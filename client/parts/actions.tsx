import { useState } from 'preact/hooks';
import { useReader } from './reader.ts';
import { share } from './share.ts';

/** What one can do with a page: correct it, print it, pass it on. */
export function Actions({ about, title }: { about: string; title: string }) {
  const { t, link } = useReader();
  const [copied, setCopied] = useState(false);
  const send = async () => setCopied((await share(title, location.origin + location.pathname)) === 'copied');
  return (
    <section class="card actions" aria-label={t('act.label')}>
      <div class="acts">
        <a class="button quiet" href={link('contact', '', { ve: about })}>
          {t('act.report')}
        </a>
        <button type="button" class="button quiet by-script" onClick={() => print()}>
          {t('act.print')}
        </button>
        <button type="button" class="button quiet by-script" onClick={() => void send()}>
          {t('act.share')}
        </button>
      </div>
      <p role="status">{copied && t('act.copied')}</p>
    </section>
  );
}
