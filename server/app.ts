import express, { Router, type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { accountRoutes } from './accounts/routes.ts';
import { visitOf } from './accounts/visit.ts';
import { auditRoutes } from './audit/routes.ts';
import { cemeteryRoutes } from './cemeteries/routes.ts';
import { diagramRoutes } from './diagrams/routes.ts';
import { graveRoutes } from './graves/routes.ts';
import { docsPage } from './http/docs.ts';
import { answerProblem, edge, knownProblem, limits } from './http/edge.ts';
import { openapi } from './http/openapi.ts';
import { mustBeOwnCall } from './http/origin.ts';
import { problem } from './http/problem.ts';
import { serve, type Route } from './http/route.ts';
import { layerRoutes } from './layers/routes.ts';
import { martyrRoutes } from './martyrs/routes.ts';
import type { Assets } from './pages/assets.ts';
import { noSuchPage, pageRoutes, sendProblem } from './pages/routes.ts';
import type { Site } from './pages/site.ts';
import { sitemapRoutes } from './pages/sitemap.ts';
import { placeRoutes } from './places/routes.ts';
import { searchRoutes } from './search/routes.ts';
import type { SearchService } from './search/service.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { unitRoutes } from './units/routes.ts';

/** Every route of the API: the app serves this list, the API document and the tests read it. */
export function apiRoutes(search: SearchService): Route[] {
  return [
    ...searchRoutes(search),
    ...martyrRoutes,
    ...graveRoutes,
    ...cemeteryRoutes,
    ...diagramRoutes,
    ...layerRoutes,
    ...placeRoutes,
    ...unitRoutes(),
    ...statisticsRoutes,
    ...accountRoutes,
    ...auditRoutes,
  ];
}

export interface Parts {
  site: Site;
  assets: Assets;
  log: Logger;
  /** Serves built files: a folder, or Vite's own server while developing. */
  files: RequestHandler;
  /** Why the site cannot answer now, or undefined when it can. */
  notReady: () => string | undefined;
}

/** The app as a list of capabilities. */
export function createApp({ site, assets, log, files, notReady }: Parts): Express {
  const app = express();
  edge(app, site.settings, log);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', (_request, response) => {
    const why = notReady();
    response
      .status(why === undefined ? 200 : 503)
      .json({ status: why === undefined ? 'ready' : 'not ready', ...(why === undefined ? {} : { why }) });
  });
  // The API is no file: asking the disk at each call would cost more than most answers do.
  app.use((request, response, next) =>
    request.path.startsWith('/api/') ? next() : files(request, response, next),
  );
  app.use(limits(site.settings));

  const routes = apiRoutes(site.search);
  const document = openapi(routes, site.url);
  const api = Router();
  api.get('/openapi.json', (_request, response) => void response.json(document));
  serve(api, routes, {
    visitOf: (request, response) => visitOf(request, response, site.settings),
    mustBeOwnCall: (request) => mustBeOwnCall(request, site.url),
  });
  app.use('/api/v1', api);
  app.get('/api/docs', (_request, response) => void response.type('html').send(docsPage(document)));
  app.use('/api', (request) => {
    throw problem.noRoute(request.originalUrl.split('?')[0]!);
  });

  app.use(sitemapRoutes(site.url));
  app.use(pageRoutes(site, assets));
  app.use((request) => {
    throw noSuchPage(request);
  });
  app.use(pageProblem(site, assets), answerProblem(log));
  return app;
}

/** Faults of pages are shown as pages; those of the API go on to become RFC 9457. */
function pageProblem(site: Site, assets: Assets): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const asksForPage = !request.path.startsWith('/api') && request.accepts('html', 'json') === 'html';
    const known = knownProblem(error);
    if (response.headersSent || !asksForPage || known === undefined) {
      next(error);
      return;
    }
    await sendProblem(known, request, response, site, assets);
  };
}
