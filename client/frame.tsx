import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FrameProps, PageName } from '../server/pages/contract.ts';
import type { Key } from './i18n/t.ts';
import { useReader } from './parts/reader.ts';
import { isTextLarge, setTextLarge } from './parts/text-size.ts';

const ways: [PageName & ('map' | 'cemeteries' | 'decode' | 'contact'), Key][] = [
  ['map', 'nav.map'],
  ['cemeteries', 'nav.cemeteries'],
  ['decode', 'nav.decode'],
  ['contact', 'nav.contact'],
];

/** What stands around every page: the way home, the other pages, language, text size, who answers. */
export function Frame(props: { frame: FrameProps; page: PageName; children: ComponentChildren }) {
  const { t, link } = useReader();
  return (
    <>
      <a class="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header>
        {props.frame.demo && <p class="demo">{t('frame.demo')}</p>}
        <div class="bar">
          <a class="mark" href={link('home')}>
            <Mark />
            Tri Ân
          </a>
          <nav aria-label={t('nav.label')}>
            {ways.map(([page, words]) => (
              <a key={page} href={link(page)} aria-current={props.page === page ? 'page' : undefined}>
                {t(words)}
              </a>
            ))}
          </nav>
          <div class="reading">
            <TextSize />
            <a
              href={props.frame.otherLanguage}
              hreflang={props.frame.language === 'vi' ? 'en' : 'vi'}
              lang={props.frame.language === 'vi' ? 'en' : 'vi'}
            >
              {t('nav.language')}
            </a>
          </div>
        </div>
      </header>
      {props.frame.person && <Person person={props.frame.person} form={props.frame.form} />}
      <main id="main" class={`page-${props.page}`} tabIndex={-1}>
        {props.children}
      </main>
      {props.page !== 'map' && <Foot person={props.frame.person} />}
    </>
  );
}

function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <path d="M13 3c2.6 3 3.6 5 2.2 7.6-1 1.9-3.4 1.9-4.4 0C9.4 8 10.4 6 13 3Z" fill="#9a6b12" />
      <path d="M12 13h2v8h-2z" fill="#8c1d18" />
      <path d="M6 21h14v2H6z" fill="#6e1410" />
    </svg>
  );
}

function TextSize() {
  const { t } = useReader();
  const [large, setLarge] = useState(false);
  useEffect(() => setLarge(isTextLarge()), []);
  return (
    <button
      type="button"
      class="text-size by-script"
      aria-pressed={large}
      onClick={() => {
        setTextLarge(!large);
        setLarge(!large);
      }}
    >
      <span aria-hidden="true">A</span>
      <span class="said">{t('nav.larger')}</span>
    </button>
  );
}

/** Who has signed in, where they may go, and the way out, which works without script. */
function Person({ person, form }: { person: NonNullable<FrameProps['person']>; form: string | undefined }) {
  const { t, link } = useReader();
  return (
    <nav class="person" aria-label={t('person.label')}>
      <span>
        {person.fullName} · {t(`role.${person.role}`)}
      </span>
      <a href={link('account')}>{t('account.title')}</a>
      {person.manages && <a href={link('accounts')}>{t('accounts.title')}</a>}
      {person.audits && <a href={link('audit')}>{t('audit.title')}</a>}
      <form method="post" action={link('signIn')}>
        <input type="hidden" name="form" value={form} />
        <button name="do" value="leave">
          {t('person.leave')}
        </button>
      </form>
    </nav>
  );
}

function Foot({ person }: { person: FrameProps['person'] }) {
  const { t, link } = useReader();
  return (
    <footer class="foot">
      <p>{t('frame.purpose')}</p>
      <ul>
        <li>
          <a href={link('contact')}>{t('frame.office')}</a>
        </li>
        <li>
          <a href={link('about')}>{t('frame.about')}</a>
        </li>
        <li>
          <a href={`${link('about')}#nguon`}>{t('frame.credits')}</a>
        </li>
        {!person && (
          <li>
            <a href={link('signIn')} rel="nofollow">
              {t('frame.signIn')}
            </a>
          </li>
        )}
      </ul>
    </footer>
  );
}
