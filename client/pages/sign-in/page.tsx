import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { EnrolmentSteps } from '../../parts/enrolment.tsx';
import { Field, Form, RecoveryCodes, type Asking } from '../../parts/form.tsx';
import { PasswordForm } from '../../parts/password-form.tsx';
import { useReader } from '../../parts/reader.ts';

type Props = { data: PageData['signIn']; frame: FrameProps };

/** Signing in, one step a page: name and password, the code, setting up the app, a password of one's own. */
export function SignInPage({ data, frame }: Props) {
  const { t, language } = useReader();
  const { stage, codes, to } = data;
  const on = language === 'vi' ? to : `/en${to}`;
  return (
    <div class="wrap reading-width narrow-page">
      <h1>{t(codes ? 'codes.heading' : stage === 'full' ? 'signIn.title' : `signIn.${stage}.title`)}</h1>
      {codes ? <RecoveryCodes codes={codes} on={on} /> : <Step data={data} frame={frame} />}
      {stage !== 'none' && stage !== 'full' && <Leave frame={frame} />}
    </div>
  );
}

function Step({ data, frame }: Props) {
  const { t, link } = useReader();
  const asking = (name: string): Asking => ({ name, token: frame.form, sent: data.sent });
  switch (data.stage) {
    case 'none':
      return (
        <>
          <p class="lead">{t('signIn.lead')}</p>
          <Form asking={asking('enter')} submit={t('signIn.go')}>
            <Field
              asking={asking('enter')}
              name="name"
              label={t('signIn.name')}
              autocomplete="username"
              required
            />
            <Field
              asking={asking('enter')}
              name="password"
              secret
              label={t('signIn.password')}
              autocomplete="current-password"
              required
            />
          </Form>
          <p class="src">{t('signIn.forgot')}</p>
        </>
      );
    case 'code':
      return (
        <>
          <p class="lead">{t('signIn.code.lead')}</p>
          <Form asking={asking('code')} submit={t('signIn.go')}>
            <Field
              asking={asking('code')}
              name="code"
              label={t('code.label')}
              hint={t('signIn.code.hint')}
              autocomplete="one-time-code"
              maxLength={40}
              required
            />
          </Form>
        </>
      );
    case 'enrol':
      return (
        <>
          <p class="lead">{t('signIn.enrol.lead')}</p>
          {data.enrolment && <EnrolmentSteps enrolment={data.enrolment} asking={asking('enrol')} />}
        </>
      );
    case 'password':
      return (
        <>
          <p class="lead">{t('signIn.password.lead')}</p>
          <PasswordForm asking={asking('password')} />
        </>
      );
    case 'full':
      return (
        <p>
          <a class="button" href={link('account')}>
            {t('account.title')}
          </a>
        </p>
      );
  }
}

function Leave({ frame }: { frame: FrameProps }) {
  const { t } = useReader();
  return <Form asking={{ name: 'leave', token: frame.form }} submit={t('signIn.other')} quiet />;
}
