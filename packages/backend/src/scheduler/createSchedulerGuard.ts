import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  devToolsTaskSchedulerCreatePermission,
  devToolsTaskSchedulerReadPermission,
} from '@backstage/plugin-devtools-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';

/** Answers scheduler requests of users without the permission, and passes everything else on. */
export function createSchedulerGuard(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): ExpressRouter {
  const { httpAuth, permissions } = options;
  const router = Router();
  router.use('/.backstage/scheduler', async (req, _res, next) => {
    const permission =
      req.method === 'GET' || req.method === 'HEAD'
        ? devToolsTaskSchedulerReadPermission
        : devToolsTaskSchedulerCreatePermission;
    const credentials = await httpAuth.credentials(req);
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Scheduled tasks need the permission '${permission.name}'`,
      );
    }
    next();
  });
  return router;
}
