import type { ComponentChildren } from 'preact';
import type { Sent } from '../../server/pages/contract.ts';
import { useReader } from './reader.ts';

/** What a form and its fields need to know: which one it is, what came back of it, and the page's token. */
export interface Asking {
  name: string;
  token: string | undefined;
  sent?: Sent | undefined;
}

/** What was sent with this very form, if it came back. */
const backOf = ({ name, sent }: Asking) => (sent?.do === name ? sent : undefined);

/**
 * A form that the server takes at the page's own address, with or without script. What is wrong with the whole of it
 * stands above; what is wrong with a field stands by the field.
 */
export function Form({
  asking,
  action,
  submit,
  quiet = false,
  children,
}: {
  asking: Asking;
  action?: string;
  submit: string;
  quiet?: boolean;
  children?: ComponentChildren;
}) {
  const back = backOf(asking);
  return (
    <form class="asking" method="post" action={action}>
      <input type="hidden" name="form" value={asking.token} />
      {back?.problem && (
        <p class="wrong" role="alert">
          {back.problem}
        </p>
      )}
      {children}
      <button class={quiet ? 'button quiet' : 'button'} name="do" value={asking.name}>
        {submit}
      </button>
    </form>
  );
}

/** One line to fill in, with its hint and its fault. */
export function Field({
  asking,
  name,
  label,
  hint,
  secret = false,
  value = '',
  ...more
}: {
  asking: Asking;
  name: string;
  label: string;
  hint?: string;
  /** A password: not shown while it is typed. */
  secret?: boolean;
  value?: string;
  autocomplete?: string;
  inputMode?: 'numeric';
  maxLength?: number;
  required?: boolean;
  autofocus?: boolean;
}) {
  const back = backOf(asking);
  const fault = back?.errors[name];
  const id = `${asking.name}-${name}`;
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const all = {
    id,
    name,
    defaultValue: back?.values[name] ?? value,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': about || undefined,
    ...more,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      )}
      {secret ? <input type="password" {...all} /> : <input {...all} />}
      {fault && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** Recovery codes, shown once. */
export function RecoveryCodes({ codes, on }: { codes: string[]; on: string }) {
  const { t } = useReader();
  return (
    <section class="card" aria-labelledby="codes">
      <h2 id="codes">{t('codes.title')}</h2>
      <p>{t('codes.lead')}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <a class="button" href={on}>
        {t('codes.kept')}
      </a>
    </section>
  );
}
