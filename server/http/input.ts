import { z } from 'zod';
import { problem } from './problem.ts';

/**
 * What was sent, in its declared shape. A route that declares no input takes none: an unknown name is a misspelt one,
 * and must not be lost silently.
 * @throws Problem 400 that names each wrong field
 */
export function checked(shape: z.ZodType | undefined, given: unknown): unknown {
  const fields: unknown = Array.isArray(given) ? given : { ...(given ?? {}) };
  refuseOperators(fields, []);
  const result = (shape ?? z.strictObject({})).safeParse(fields, { reportInput: false });
  if (!result.success) throw problem.invalid(result.error.issues);
  return result.data;
}

/** A database operator in JSON, such as {"$gt":""}: no name, place or unit looks so, and no query may hold one. */
const operator = /[{[]\s*["']?\$\w/;

/** A password may look like anything; it is hashed and never part of a query. */
const secret = /password$/i;

function refuseOperators(value: unknown, path: (string | number)[]): void {
  if (Array.isArray(value)) value.forEach((each, at) => refuseOperators(each, [...path, at]));
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) {
      if (name.startsWith('$') || name.includes('\0')) throw noOperators([...path, name]);
      refuseOperators(each, [...path, name]);
    }
  else if (operator.test(String(value)) && !secret.test(String(path.at(-1)))) throw noOperators(path);
}

const noOperators = (path: (string | number)[]) =>
  problem.invalid([{ code: 'custom', path, message: 'operator', input: undefined }]);
