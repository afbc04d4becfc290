import { Field, Form, type Asking } from './form.tsx';
import { useReader } from './reader.ts';

/** The present password and the one to come. */
export function PasswordForm({ asking }: { asking: Asking }) {
  const { t } = useReader();
  return (
    <Form asking={asking} submit={t('password.go')}>
      <Field
        asking={asking}
        name="password"
        secret
        label={t('password.now')}
        autocomplete="current-password"
        required
      />
      <Field
        asking={asking}
        name="newPassword"
        secret
        label={t('password.new')}
        hint={t('password.hint')}
        autocomplete="new-password"
        required
      />
    </Form>
  );
}
