import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { EnrolmentSteps } from '../../parts/enrolment.tsx';
import { Field, Form, RecoveryCodes, type Asking } from '../../parts/form.tsx';
import { momentWords } from '../../parts/moment.ts';
import { PasswordForm } from '../../parts/password-form.tsx';
import { useReader } from '../../parts/reader.ts';

type Props = { data: PageData['account']; frame: FrameProps };

/** One's own account: who one is here, second factor, password, and where one is signed in. */
export function AccountPage({ data, frame }: Props) {
  const { t, link } = useReader();
  const { account } = data.own;
  const asking = (name: string): Asking => ({ name, token: frame.form, sent: data.sent });
  return (
    <div class="wrap reading-width">
      <h1>{t('account.title')}</h1>
      {(data.done === 'password' || data.done === 'revoke') && (
        <p class="well" role="status">
          {t(`account.done.${data.done}`)}
        </p>
      )}
      {data.codes && <RecoveryCodes codes={data.codes} on={link('account')} />}
      <section class="card" aria-labelledby="who">
        <h2 id="who">{account.fullName}</h2>
        <dl class="facts">
          <div>
            <dt>{t('signIn.name')}</dt>
            <dd>{account.name}</dd>
          </div>
          <div>
            <dt>{t('account.role')}</dt>
            <dd>{t(`role.${account.role}`)}</dd>
          </div>
          {account.scopeName && (
            <div>
              <dt>{t('account.scope')}</dt>
              <dd>{account.scopeName}</dd>
            </div>
          )}
        </dl>
      </section>
      <SecondFactor data={data} asking={asking} />
      <section aria-labelledby="password">
        <h2 id="password">{t('password.title')}</h2>
        <PasswordForm asking={asking('password')} />
      </section>
      <Sessions data={data} asking={asking('revoke')} />
    </div>
  );
}

function SecondFactor({ data, asking }: { data: PageData['account']; asking: (name: string) => Asking }) {
  const { t, link } = useReader();
  const { account, recoveryCodesLeft } = data.own;
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">{t('factor.title')}</h2>
      {account.secondFactor ? (
        <>
          <p>{t('factor.on', { count: recoveryCodesLeft })}</p>
          <details open={data.sent?.do === 'codes'}>
            <summary>{t('factor.renew')}</summary>
            <p>{t('factor.renew.lead')}</p>
            <Form asking={asking('codes')} submit={t('factor.renew')} quiet>
              <Field
                asking={asking('codes')}
                name="password"
                secret
                label={t('password.now')}
                autocomplete="current-password"
                required
              />
            </Form>
          </details>
        </>
      ) : data.enrolment ? (
        <EnrolmentSteps enrolment={data.enrolment} asking={asking('enrol')} />
      ) : (
        <>
          <p>{t('factor.off')}</p>
          <a class="button quiet" href={link('account', '', { 'thiet-lap': 1 })}>
            {t('factor.set')}
          </a>
        </>
      )}
    </section>
  );
}

function Sessions({ data, asking }: { data: PageData['account']; asking: Asking }) {
  const { t, language } = useReader();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      <ul class="plain listing">
        {data.own.sessions.map(({ id, current, device, address, createdAt, seenAt }) => (
          <li key={id} class="card">
            <p>
              <b>{browserWords(device)}</b> · {address}
              <br />
              <small>
                {t('sessions.since', {
                  from: momentWords(language, createdAt),
                  seen: momentWords(language, seenAt),
                })}
              </small>
            </p>
            {current ? (
              <p class="src">{t('sessions.this')}</p>
            ) : (
              <Form asking={asking} submit={t('sessions.revoke')} quiet>
                <input type="hidden" name="id" value={id} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Chrome · Windows" out of what a browser calls itself. */
function browserWords(device: string): string {
  const browser =
    /(Edg|OPR|CocCoc|coc_coc_browser|Firefox|Chrome|Safari)/.exec(device)?.[1] ?? device.slice(0, 40);
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(device)?.[1];
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ') || '–';
}
