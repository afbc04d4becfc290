import type { Request, Response } from 'express';
import { visitor, type Visit } from '../http/visit.ts';
import { publicUrl, type Settings } from '../settings.ts';
import { actorOf } from './session.ts';

const isHttps = (settings: Settings) => publicUrl(settings).startsWith('https:');
/** A browser takes a cookie called __Host-… only over https and for this host alone. */
const nameOf = (settings: Settings) => (isHttps(settings) ? '__Host-tri-an' : 'tri-an');

/** The session's token in a request, if there is one. */
export function tokenIn(request: Request, settings: Settings): string | undefined {
  return cookieIn(request, nameOf(settings));
}

/** One cookie of a request. */
export function cookieIn(request: Request, name: string): string | undefined {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Who asks. Without a session cookie nothing is looked up. */
export async function visitOf(request: Request, response: Response, settings: Settings): Promise<Visit> {
  const address = request.ip ?? '';
  const token = tokenIn(request, settings);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(settings) } as const;
  return {
    actor: token === undefined ? visitor(address) : await actorOf(token, address, settings),
    device: request.get('user-agent') ?? '',
    settings,
    cookie: {
      // without an end of its own: it goes when the browser is closed, and the server ends it before
      keep: (given) => void response.cookie(nameOf(settings), given, options),
      drop: () => void response.clearCookie(nameOf(settings), options),
    },
  };
}
