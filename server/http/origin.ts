import type { Request } from 'express';
import { problem } from './problem.ts';

/** A header that no form of another site can send, and that no script of another site may. */
export const ownHeader = 'X-Tri-An';

/**
 * Refuses a write that another site made the browser send. Browsers say where a request comes from (Sec-Fetch-Site,
 * Origin); what says nothing is no browser, or an old one, and must show the header or the form's own token.
 * @param url the address people reach the site by
 * @throws Problem 403
 */
export function mustComeFromHere(request: Request, url: string): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') throw problem.foreign();
  const origin = request.get('origin');
  if (origin === undefined) return;
  const here = [new URL(url).origin, `${request.protocol}://${request.get('host') ?? ''}`];
  if (!here.includes(origin)) throw problem.foreign();
}

/** For calls of the API: the header besides. */
export function mustBeOwnCall(request: Request, url: string): void {
  mustComeFromHere(request, url);
  if (request.get(ownHeader) === undefined) throw problem.foreign();
}
