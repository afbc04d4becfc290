import type { ClientSession } from 'mongoose';
import { chainCount } from './model.ts';

const held = new Set<number>();
const holding = new WeakMap<ClientSession, number>();

/**
 * The chain that a transaction writes to, the same for all its events: one that no other transaction of this process
 * holds, so that they meet nowhere. It is free again when the session ends. Other processes may still meet it; then
 * the database refuses one of the two, which tries again with another ({@link letGo}).
 */
export function chainFor(session: ClientSession): number {
  const known = holding.get(session);
  if (known !== undefined) return known;
  const free = Array.from({ length: chainCount }, (_none, chain) => chain).filter(
    (chain) => !held.has(chain),
  );
  const choice = free.length > 0 ? free : [...held];
  const chain = choice[Math.floor(Math.random() * choice.length)]!;
  held.add(chain);
  holding.set(session, chain);
  session.once('ended', () => letGo(session));
  return chain;
}

/** Gives a chain back before its session ends. */
export function letGo(session: ClientSession): void {
  const chain = holding.get(session);
  if (chain === undefined) return;
  holding.delete(session);
  held.delete(chain);
}
