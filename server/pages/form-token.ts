import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { actorOf } from '../accounts/session.ts';
import { cookieIn, tokenIn } from '../accounts/visit.ts';
import { mustComeFromHere } from '../http/origin.ts';
import { problem } from '../http/problem.ts';
import type { Visit } from '../http/visit.ts';
import { publicUrl, type Settings } from '../settings.ts';
import type { Asked } from './load.ts';
import type { Site } from './site.ts';

/** Before one has signed in the token hangs on a cookie of its own. */
const cookieName = 'tri-an-form';

const tokenFor = (secret: string) => createHash('sha256').update(`form ${secret}`).digest('base64url');

/**
 * What the forms of a page send along: only a page of ours, in this browser, can know it.
 * @param token the session's, when it has just changed
 */
export function formToken(
  request: Request,
  response: Response,
  settings: Settings,
  token = tokenIn(request, settings),
): string {
  let secret = token ?? cookieIn(request, cookieName);
  if (secret === undefined) {
    secret = randomBytes(32).toString('base64url');
    response.cookie(cookieName, secret, {
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl(settings).startsWith('https:'),
    });
  }
  return tokenFor(secret);
}

/** @throws Problem 403 for a form that no page of ours gave to this browser */
export function mustBeOwnForm(request: Request, site: Site, given = ''): void {
  mustComeFromHere(request, site.url);
  const secret = tokenIn(request, site.settings) ?? cookieIn(request, cookieName);
  const right = Buffer.from(secret === undefined ? '' : tokenFor(secret));
  const shown = Buffer.from(given);
  if (secret === undefined || right.length !== shown.length || !timingSafeEqual(right, shown))
    throw problem.foreign();
}

export type WithToken = Asked & {
  /** The session's token, if it has changed on the way. */
  token: () => string | undefined;
  /** Who asks now. */
  renewed: () => Promise<Visit>;
};

/** Remembers a token that a verb hands out, so that the page that follows knows who asks. */
export function withToken(asked: Asked, request: Request, settings: Settings): WithToken {
  let token: string | undefined;
  const visit: Visit = {
    ...asked.visit,
    cookie: {
      ...asked.visit.cookie,
      keep: (given) => {
        token = given;
        asked.visit.cookie.keep(given);
      },
    },
  };
  return {
    ...asked,
    visit,
    token: () => token,
    renewed: async () =>
      token === undefined ? visit : { ...visit, actor: await actorOf(token, request.ip ?? '', settings) },
  };
}
