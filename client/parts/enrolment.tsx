import type { EnrolmentWithQr } from '../../server/pages/contract.ts';
import { Field, Form, type Asking } from './form.tsx';
import { useReader } from './reader.ts';

/** Setting up an authenticator app, in three steps. */
export function EnrolmentSteps({ enrolment, asking }: { enrolment: EnrolmentWithQr; asking: Asking }) {
  const { t } = useReader();
  const { qr, secret } = enrolment;
  return (
    <ol class="steps">
      <li>{t('enrol.app')}</li>
      <li>
        {t('enrol.scan')}
        <svg
          class="qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shape-rendering="crispEdges"
          role="img"
          aria-label={t('enrol.qr')}
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <small>
          {t('enrol.type')} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </small>
      </li>
      <li>
        {t('enrol.confirm')}
        <Form asking={asking} submit={t('enrol.go')}>
          <Field
            asking={asking}
            name="code"
            label={t('code.label')}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={7}
            required
          />
        </Form>
      </li>
    </ol>
  );
}
