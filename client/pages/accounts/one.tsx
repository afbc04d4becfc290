import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { Field, Form, type Asking } from '../../parts/form.tsx';
import { useReader } from '../../parts/reader.ts';
import { IssuedPassword } from './issued.tsx';
import { RoleFields } from './role-fields.tsx';

/** One account, for an administrator: role and area, a new password, lock and unlock. */
export function StaffPage({ data, frame }: { data: PageData['staff']; frame: FrameProps }) {
  const { t, link } = useReader();
  const { account, issued, sent, areas, done } = data;
  const asking = (name: string): Asking => ({ name, token: frame.form, sent });
  const version = <input type="hidden" name="version" value={account.version} />;
  const turn = account.active ? 'lock' : 'unlock';
  return (
    <div class="wrap reading-width">
      <p class="back">
        <a href={link('accounts')}>{t('accounts.title')}</a>
      </p>
      <h1>{account.fullName}</h1>
      <p class="lead">
        {account.name} · {t(account.secondFactor ? 'staff.factor' : 'staff.noFactor')}
        {!account.active && <b class="gap"> · {t('accounts.locked')}</b>}
      </p>
      {done === 'change' && !sent && !issued && (
        <p class="well" role="status">
          {t('staff.done')}
        </p>
      )}
      {issued && <IssuedPassword issued={issued} />}
      <section aria-labelledby="change">
        <h2 id="change">{t('staff.change')}</h2>
        <Form asking={asking('change')} submit={t('staff.save')}>
          {version}
          <Field
            asking={asking('change')}
            name="fullName"
            label={t('accounts.fullName')}
            value={account.fullName}
            required
          />
          <RoleFields asking={asking('change')} role={account.role} area={account.scopeName} areas={areas} />
          <Field asking={asking('change')} name="reason" label={t('staff.reason')} required />
        </Form>
      </section>
      <section aria-labelledby="reset">
        <h2 id="reset">{t('staff.reset')}</h2>
        <p>{t('staff.reset.lead')}</p>
        <Form asking={asking('reset')} submit={t('staff.reset')} quiet>
          <label class="tick">
            <input type="checkbox" name="secondFactor" value="yes" /> {t('staff.reset.factor')}
          </label>
          <Field asking={asking('reset')} name="reason" label={t('staff.reason')} required />
        </Form>
      </section>
      <section aria-labelledby="lock">
        <h2 id="lock">{t(`staff.${turn}`)}</h2>
        <p>{t(`staff.${turn}.lead`)}</p>
        <Form asking={asking(turn)} submit={t(`staff.${turn}`)} quiet>
          {version}
          <Field asking={asking(turn)} name="reason" label={t('staff.reason')} required />
        </Form>
      </section>
      <p>
        <a class="go" href={link('audit', '', { doituong: account.name })}>
          {t('staff.history')}
        </a>
      </p>
    </div>
  );
}
