import type { Scope } from '../accounts/contract.ts';
import type { Settings } from '../settings.ts';
import type { Role } from './access.ts';

/**
 * How far a sign-in has come: nothing yet, waiting for the one-time code, for the second factor to be set up, for a new
 * password, or done. Before it is done the role is "anyone".
 */
export type Stage = 'none' | 'code' | 'enrol' | 'password' | 'full';

/** Who asks, and from where. */
export interface Actor {
  role: Role;
  stage: Stage;
  scope: Scope;
  /** Name one signs in with; empty for a visitor. */
  name: string;
  fullName: string;
  accountId?: string;
  sessionId?: string;
  address: string;
}

/** One request as the verbs of accounts see it. */
export interface Visit {
  actor: Actor;
  /** What the browser calls itself, for the list of sessions. */
  device: string;
  settings: Settings;
  cookie: {
    keep: (token: string) => void;
    drop: () => void;
  };
}

/** A visitor who has not signed in. */
export function visitor(address: string): Actor {
  return { role: 'anyone', stage: 'none', scope: { kind: 'none' }, name: '', fullName: '', address };
}

/** A command run at the machine itself: its own administrator. */
export function atTheMachine(name: string): Actor {
  return {
    role: 'administrator',
    stage: 'full',
    scope: { kind: 'none' },
    name,
    fullName: name,
    address: 'máy chủ',
  };
}
