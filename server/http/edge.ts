import { randomUUID } from 'node:crypto';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { publicUrl, type Settings } from '../settings.ts';
import { languageOf } from './language.ts';
import { Problem, problem, wordsOf } from './problem.ts';

/** What every request passes before it reaches a capability: id, log, security headers, compression, limits. */
export function edge(app: Express, settings: Settings, log: Logger): void {
  app.disable('x-powered-by');
  app.set('trust proxy', settings.TRUST_PROXY);
  app.set('query parser', 'simple'); // `a[$gt]=` stays one odd name, and is refused as such
  app.use(requestId, requestLog(log), securityHeaders(settings), compression({ threshold: 4096 }));
  app.use(express.json({ limit: '256kb' }), express.urlencoded({ extended: false, limit: '64kb' }));
}

/** Calls a minute from one address. Drawn tiles come dozens at a time and cost little: they are not counted. */
export function limits(settings: Settings): RequestHandler {
  if (settings.RATE_LIMIT === 'off') return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: settings.RATE_LIMIT,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => /\/(tiles|map)\//.test(request.path),
    handler: (_request, _response, next) => next(problem.tooMany()),
  });
}

const idOf = (response: Response) => response.getHeader('X-Request-Id') as string;

const requestId: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Request-Id', randomUUID());
  next();
};

/** One line a request. Without the query: what a family searches for is nobody's business. */
function requestLog(log: Logger): RequestHandler {
  if (!log.isLevelEnabled('info')) return (_request, _response, next) => next();
  return (request, response, next) => {
    const start = process.hrtime.bigint();
    const path = request.path;
    response.once('finish', () => {
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      log.info({
        id: idOf(response),
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
      });
    });
    next();
  };
}

function securityHeaders(settings: Settings): RequestHandler {
  const https = publicUrl(settings).startsWith('https:');
  const development = settings.NODE_ENV === 'development';
  const tiles =
    settings.TILE_URL === undefined ? [] : [new URL(settings.TILE_URL.replace(/\{\w+\}/g, 'a')).origin];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Only the development server, which swaps modules in the page, needs inline parts.
        scriptSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

/** Turns every fault into RFC 9457 in the reader's language; unknown ones are logged whole and shown with an id only. */
export function answerProblem(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const id = idOf(response);
    const known = knownProblem(error);
    if (known === undefined) log.error({ id, path: request.path, err: error }, 'unexpected');
    const found = known ?? new Problem('unexpected', 500);
    const body = {
      type: `/api/docs#${found.kind}`,
      status: found.status,
      ...wordsOf(found, languageOf(request), id),
      requestId: id,
    };
    response.status(found.status).setHeader('Cache-Control', 'no-store');
    response.type('application/problem+json').send(JSON.stringify(body));
  };
}

/** The faults that Express's own parsers raise have names of ours too. */
export function knownProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large' || status === 413) return problem.tooLarge();
  if (error instanceof URIError || (status !== undefined && status >= 400 && status < 500))
    return problem.malformed();
  return undefined;
}
