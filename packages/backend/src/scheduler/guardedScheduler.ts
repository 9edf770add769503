import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { createSchedulerGuard } from './createSchedulerGuard';

/**
 * The stock scheduler, whose HTTP API asks for a permission.
 *
 * @remarks
 * Every plugin with tasks answers below `.backstage/scheduler`, where the stock one lets any
 * signed-in user start and cancel them.
 */
export const guardedScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    httpAuth: coreServices.httpAuth,
    httpRouter: coreServices.httpRouter,
    logger: coreServices.logger,
    metrics: metricsServiceRef,
    permissions: coreServices.permissions,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
  },
  factory({ httpAuth, permissions, ...options }) {
    options.httpRouter.use(createSchedulerGuard({ httpAuth, permissions }));
    return DefaultSchedulerService.create(options);
  },
});
