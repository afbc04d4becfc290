import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { Field, Form, type Asking } from '../../parts/form.tsx';
import { momentWords } from '../../parts/moment.ts';
import { useReader } from '../../parts/reader.ts';
import { IssuedPassword } from './issued.tsx';
import { RoleFields, roles } from './role-fields.tsx';

/** Everybody who can sign in, and a form for one more. */
export function AccountsPage({ data, frame }: { data: PageData['accounts']; frame: FrameProps }) {
  const { t, link, language } = useReader();
  const { list, q, role, issued, sent, areas } = data;
  const asking: Asking = { name: 'create', token: frame.form, sent };
  return (
    <div class="wrap">
      <h1>{t('accounts.title')}</h1>
      {issued && <IssuedPassword issued={issued} />}
      <details class="card" open={sent !== undefined}>
        <summary>{t('accounts.create')}</summary>
        <Form asking={asking} submit={t('accounts.create')}>
          <Field
            asking={asking}
            name="name"
            label={t('signIn.name')}
            hint={t('accounts.name.hint')}
            required
          />
          <Field asking={asking} name="fullName" label={t('accounts.fullName')} required />
          <RoleFields asking={asking} areas={areas} />
        </Form>
      </details>
      <form class="narrow" action={link('accounts')} method="get" role="search">
        <label>
          <span>{t('accounts.q')}</span>
          <input type="search" name="q" defaultValue={q} maxLength={100} />
        </label>
        <label>
          <span>{t('account.role')}</span>
          <select name="vaitro">
            <option value="">{t('accounts.all')}</option>
            {roles.map((each) => (
              <option key={each} value={each} selected={each === role}>
                {t(`role.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <button class="button quiet">{t('search.go')}</button>
      </form>
      {list.items.length === 0 && <p class="card">{t('accounts.none')}</p>}
      <ul class="plain listing">
        {list.items.map((account) => (
          <li key={account.id} class="card">
            <h2>
              <a href={link('staff', account.id)}>{account.fullName}</a>
            </h2>
            <p>
              {t(`role.${account.role}`)}
              {account.scopeName && ` · ${account.scopeName}`}
            </p>
            <p class="src">
              {account.name}
              {' · '}
              {account.lastSignInAt
                ? t('accounts.last', { at: momentWords(language, account.lastSignInAt) })
                : t('accounts.never')}
              {!account.active && <b class="gap"> · {t('accounts.locked')}</b>}
              {account.demo && ` · ${t('accounts.demo')}`}
            </p>
          </li>
        ))}
      </ul>
      {list.cursor && (
        <a
          class="button quiet"
          rel="next"
          href={link('accounts', '', { q, vaitro: role, cursor: list.cursor })}
        >
          {t('accounts.next')}
        </a>
      )}
    </div>
  );
}
