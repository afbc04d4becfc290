import type { Key } from '../../i18n/t.ts';

/** Acts that have words of their own; others are shown by their name. */
export const acts = {
  'session.begin': 'act.session.begin',
  'session.pass': 'act.session.pass',
  'session.refuse': 'act.session.refuse',
  'session.lock': 'act.session.lock',
  'session.end': 'act.session.end',
  'session.revoke': 'act.session.revoke',
  'account.create': 'act.account.create',
  'account.change': 'act.account.change',
  'account.reset': 'act.account.reset',
  'account.remove': 'act.account.remove',
  'account.enrol': 'act.account.enrol',
  'account.renewCodes': 'act.account.renewCodes',
  'account.changePassword': 'act.account.changePassword',
} as const satisfies Record<string, Key>;

export const actKey = (action: string): Key | undefined =>
  action in acts ? acts[action as keyof typeof acts] : undefined;

/** A value as it stands in the trail, short enough for a line. */
const shown = (value: unknown) =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** Fields that differ between before and after. */
export function differences(
  before: unknown,
  after: unknown,
): { field: string; before: string; after: string }[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'version' && JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, before: shown(old[field]), after: shown(now[field]) }));
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
