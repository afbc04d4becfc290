import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageProps } from '../../server/pages/contract.ts';

/** Shows another address of the same page without loading the site anew. */
export type Turn = (href: string, how?: 'push' | 'replace' | 'back') => Promise<void>;

/** Before the script runs, and on the server, links and forms work by themselves. */
export const Turning = createContext<Turn | undefined>(undefined);

export function useTurn(): Turn | undefined {
  return useContext(Turning);
}

/**
 * What an address shows, as the page's own props.
 * @throws Error when the server cannot answer or the network is gone
 */
export async function fetchPage(href: string, signal: AbortSignal): Promise<PageProps> {
  // not kept: otherwise the browser may show this JSON when one comes back to the same address
  const answer = await fetch(href, { headers: { accept: 'application/json' }, cache: 'no-store', signal });
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json'))
    throw new Error(`${href} answered ${answer.status}`);
  return (await answer.json()) as PageProps;
}
