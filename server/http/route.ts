import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { Right } from './access.ts';
import { mustBeAllowed } from './allowed.ts';
import { checked } from './input.ts';
import { languageOf, type Language } from './language.ts';
import { problem } from './problem.ts';
import type { Visit } from './visit.ts';

type Shape = z.ZodType;
type Out<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;
export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** What a route's verb is given: checked input, the reader's language, who asks. */
export interface Call<P, Q, B = Record<string, never>> extends Visit {
  params: P;
  query: Q;
  body: B;
  language: Language;
  /** Version the writer saw (If-Match). @throws Problem 428 when the header is missing */
  readonly ifMatch: number;
}

/** A route is data: the app serves it, the API document describes it, and the tests walk it. */
export interface Route {
  method: Method;
  path: string;
  may: Right;
  summary: string;
  params: Shape | undefined;
  query: Shape | undefined;
  body: Shape | undefined;
  /** A write that names the version it saw. */
  versioned: boolean;
  /** A zod shape for JSON, or the media type of bytes. */
  reply: Shape | { bytes: string };
  /** Cache-Control of a good answer to a visitor; whoever has signed in gets no-store. */
  cache: string;
  answer: (call: Call<never, never, never>) => unknown;
}

export interface Bytes {
  bytes: Uint8Array;
}

interface Offer<P, Q, B, R> {
  may: Right;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  versioned?: boolean;
  cache?: string;
}

/** Public records: any cache may keep them but asks each time whether they still hold (ETag). */
export const revalidate = 'public, max-age=0, must-revalidate';

type Replied<R> = R extends z.ZodType ? z.input<R> : Bytes;

const offering =
  (method: Method) =>
  <
    R extends Shape | { bytes: string },
    P extends Shape | undefined = undefined,
    Q extends Shape | undefined = undefined,
    B extends Shape | undefined = undefined,
  >(
    path: string,
    offer: Offer<P, Q, B, R>,
    answer: (call: Call<Out<P>, Out<Q>, Out<B>>) => Promise<Replied<R>> | Replied<R>,
  ): Route => ({
    method,
    path,
    may: offer.may,
    summary: offer.summary,
    params: offer.params,
    query: offer.query,
    body: offer.body,
    versioned: offer.versioned ?? false,
    reply: offer.reply,
    cache: method === 'get' ? (offer.cache ?? revalidate) : 'no-store',
    answer: answer,
  });

/** Offers a call. Parameters are written `:name`, as Express does. The answer leaves when the verb's work is saved. */
export const get = offering('get');
export const post = offering('post');
export const patch = offering('patch');
export const del = offering('delete');

/** What routes stand behind: who asks, and whether a write comes from our own pages. */
export interface Gate {
  visitOf: (request: Request, response: Response) => Promise<Visit>;
  mustBeOwnCall: (request: Request) => void;
}

/** Puts routes on a router, each behind its checks. */
export function serve(router: Router, routes: Route[], gate: Gate): void {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    router[route.method](route.path, handlerOf(route, gate));
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods)
    router.all(path, (request, response, next) => {
      // another route may stand at this address too: "/martyrs/export" beside "/martyrs/:code"
      if (allowed.includes(request.method) || request.method === 'OPTIONS') {
        next();
        return;
      }
      response.setHeader('Allow', allowed.join(', '));
      throw problem.badMethod(allowed.join(', '));
    });
}

function handlerOf(route: Route, gate: Gate): RequestHandler {
  return async (request: Request, response: Response) => {
    if (route.method !== 'get') gate.mustBeOwnCall(request);
    const visit = await gate.visitOf(request, response);
    mustBeAllowed(visit.actor, route.may);
    const call = {
      ...visit,
      params: checked(route.params, request.params),
      query: checked(route.query, request.query),
      body: checked(route.body, bodyOf(route, request)),
      language: languageOf(request),
      get ifMatch() {
        return versionIn(request);
      },
    };
    if (route.versioned) versionIn(request);
    const answer = await route.answer(call as unknown as Call<never, never, never>);
    response.setHeader('Cache-Control', visit.actor.stage === 'none' ? route.cache : 'no-store');
    // Open data: any site may show what anyone may read. Cookies never go along with such a call.
    if (route.method === 'get' && visit.actor.stage === 'none')
      response.setHeader('Access-Control-Allow-Origin', '*');
    response.vary('Accept-Language');
    if ('bytes' in route.reply) response.type(route.reply.bytes).send(Buffer.from((answer as Bytes).bytes));
    else response.json(answer);
  };
}

/** Only JSON: a form of another site can send the other kinds. */
function bodyOf(route: Route, request: Request): unknown {
  if (route.method === 'get') return undefined;
  if (route.body !== undefined && request.is('application/json') === false) throw problem.notJson();
  return request.body;
}

function versionIn(request: Request): number {
  const version = /^"(\d{1,9})"$/.exec(request.get('if-match') ?? '')?.[1];
  if (version === undefined) throw problem.versionMissing();
  return Number(version);
}

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
