import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { DocsReports } from '../reports/DocsReports';

/** The reports over HTTP. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  reports: DocsReports;
}): Router {
  const { httpAuth, reports } = options;
  const router = PromiseRouter();

  router.get('/reports', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json({ items: await reports.list(credentials) });
  });

  router.get('/reports/:kind/:namespace/:name', async (req, res) => {
    const { kind, namespace, name } = req.params;
    const credentials = await httpAuth.credentials(req);
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    res.json(await reports.get(entityRef, credentials));
  });

  return router;
}
