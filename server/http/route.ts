import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { Right } from './access.ts';
import { languageOf, type Language } from './language.ts';
import { problem } from './problem.ts';

type Shape = z.ZodType;
type Out<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;

/** What a route's verb is given: checked input and the reader's language. */
export interface Call<P, Q> {
  params: P;
  query: Q;
  language: Language;
}

/** A route is data: the app serves it, the API document describes it, and the tests walk it. */
export interface Route {
  method: 'get';
  path: string;
  may: Right;
  summary: string;
  params: Shape | undefined;
  query: Shape | undefined;
  /** A zod shape for JSON, or the media type of bytes. */
  reply: Shape | { bytes: string };
  /** Cache-Control of a good answer. */
  cache: string;
  answer: (call: Call<never, never>) => unknown;
}

export interface Bytes {
  bytes: Uint8Array;
}

interface Offer<P, Q, R> {
  may: Right;
  summary: string;
  params?: P;
  query?: Q;
  reply: R;
  cache?: string;
}

/** Public records: any cache may keep them but asks each time whether they still hold (ETag). */
export const revalidate = 'public, max-age=0, must-revalidate';

/** Offers a GET. Parameters are written `:name`, as Express does. */
export function get<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  R extends Shape | { bytes: string },
>(
  path: string,
  { may, summary, params, query, reply, cache = revalidate }: Offer<P, Q, R>,
  answer: (
    call: Call<Out<P>, Out<Q>>,
  ) => Promise<R extends z.ZodType ? z.input<R> : Bytes> | (R extends z.ZodType ? z.input<R> : Bytes),
): Route {
  return {
    method: 'get',
    path,
    may,
    summary,
    params,
    query,
    reply,
    cache,
    answer: answer,
  };
}

/** Puts routes on a router, each behind its checks. */
export function serve(router: Router, routes: Route[]): void {
  for (const route of routes) router[route.method](route.path, handlerOf(route));
}

function handlerOf(route: Route): RequestHandler {
  return async (request: Request, response: Response) => {
    const call = {
      params: check(route.params, request.params),
      query: check(route.query, request.query),
      language: languageOf(request),
    };
    const answer = await route.answer(call as Call<never, never>);
    response.setHeader('Cache-Control', route.cache);
    response.vary('Accept-Language');
    if ('bytes' in route.reply) response.type(route.reply.bytes).send(Buffer.from((answer as Bytes).bytes));
    else response.json(answer);
  };
}

/** A route that declares no input takes none: an unknown name is a misspelt one, and must not be lost silently. */
function check(shape: Shape | undefined, given: unknown): unknown {
  const fields = { ...(given as object) };
  for (const [name, value] of Object.entries(fields))
    if (operator.test(String(value)))
      throw problem.invalid([
        { code: 'custom', path: [name], message: 'không nhận toán tử / no operators', input: undefined },
      ]);
  const result = (shape ?? z.strictObject({})).safeParse(fields, { reportInput: false });
  if (!result.success) throw problem.invalid(result.error.issues);
  return result.data;
}

/** A database operator in JSON, such as {"$gt":""}: no name, place or unit looks so, and no query may hold one. */
const operator = /[{[]\s*["']?\$\w/;

/** The common parameters of lists. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
};

/** `lng,lat` in degrees, WGS 84. */
export const lngLat = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?,-?\d{1,2}(\.\d+)?$/, 'lng,lat')
  .transform((text) => text.split(',').map(Number) as [number, number])
  .refine(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90, 'lng,lat');
