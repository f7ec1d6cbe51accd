import { Hono } from 'hono';
import { answerError, notFound } from './http/errors.ts';
import { onlyOurs, safeHeaders } from './http/guard.ts';
import { openapi } from './http/openapi.ts';
import { servePage } from './http/page.ts';
import { type Route, register, route } from './http/route.ts';
import { agencyRoutes } from './routes/agencies.ts';
import { batchRoutes } from './routes/batches.ts';
import { caseRoutes } from './routes/cases.ts';
import { eventRoutes } from './routes/events.ts';
import { fileRoutes } from './routes/files.ts';
import { lawRoutes } from './routes/law.ts';
import { ledgerRoutes } from './routes/ledgers.ts';
import { libraryRoutes } from './routes/library.ts';
import { reviewRoutes } from './routes/review.ts';
import { scoringRoutes } from './routes/scoring.ts';
import type { Services } from './services.ts';

/** Every route of the API; the description at `/api/openapi.json` is made from the same table. */
export function routesOf(services: Services): readonly Route[] {
  const routes = [
    ...libraryRoutes(services),
    ...lawRoutes(services),
    ...caseRoutes(services),
    ...batchRoutes(services),
    ...fileRoutes(services),
    ...ledgerRoutes(services),
    ...agencyRoutes(services),
    ...reviewRoutes(services),
    ...scoringRoutes(services),
    ...eventRoutes(services),
  ];
  const description = route({
    method: 'get',
    path: '/api/openapi.json',
    summary: '这份接口说明',
    answers: { 200: { mediaType: 'application/json' } },
    handle: (c) => c.json(described, 200),
  });
  const described = openapi([...routes, description], services.version) as object;
  return [...routes, description];
}

/** The server without a socket: the JSON API and the page. */
export function createApp(services: Services): Hono {
  const app = new Hono();
  app.onError(answerError(services.complain));
  app.notFound(notFound);
  app.use(safeHeaders());
  app.use(onlyOurs());
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  register(app, routesOf(services));
  const page = services.page === null ? null : servePage(services.page);
  app.all('*', (c) => page?.(c) ?? notFound(c));
  return app;
}
