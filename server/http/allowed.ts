import { isInside } from '../accounts/territory.ts';
import { reachOf, type Right } from './access.ts';
import { problem } from './problem.ts';
import type { Actor } from './visit.ts';

/** What a right is asked for. A thing of two provinces has two places: each office owns it. */
export interface Thing {
  /** Ids of the places that own it: where the file is kept, where the grave lies. */
  places?: readonly string[];
  team?: string;
  laboratory?: string;
  /** The account it belongs to. */
  accountId?: string;
}

/** Whether an actor may; without a thing: whether there can be any thing for which he may. */
export function isAllowed(actor: Actor, right: Right, thing?: Thing): boolean {
  const reach = reachOf(actor.role, right);
  if (reach === undefined) return false;
  if (reach === 'all' || thing === undefined) return true;
  if (reach === 'own') return actor.accountId !== undefined && thing.accountId === actor.accountId;
  return isInScope(actor, thing);
}

/** @throws Problem 401 for a visitor · 403 for somebody who may not */
export function mustBeAllowed(actor: Actor, right: Right, thing?: Thing): void {
  if (isAllowed(actor, right, thing)) return;
  throw actor.role === 'anyone' ? problem.signInFirst() : problem.forbidden();
}

function isInScope({ scope }: Actor, thing: Thing): boolean {
  if (scope.kind === 'place') return (thing.places ?? []).some((place) => isInside(place, scope.placeId));
  if (scope.kind === 'team') return thing.team !== undefined && thing.team === scope.team;
  if (scope.kind === 'laboratory')
    return thing.laboratory !== undefined && thing.laboratory === scope.laboratory;
  return false;
}
