import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { forgeServiceRef } from '@groundwork/plugin-forge-node';
import { registerActions } from './actions/registerActions';
import { ChangeNotice } from './ChangeNotice';
import { readAdrConfig } from './config/readAdrConfig';
import { createServices } from './createServices';
import { migrateDatabase } from './database/migrateDatabase';
import { systemClock } from './index/Clock';
import { createHandlers } from './router/createHandlers';
import { createRouter } from './router/createRouter';

/** The decision log: finds the records of every repository of the catalog, and answers about them. */
export const adrPlugin = createBackendPlugin({
  pluginId: 'adr',
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        forge: forgeServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        registry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const notice = ChangeNotice.create(deps);
        const { services, schedule, readable } = createServices({
          ...deps,
          adr: readAdrConfig(deps.config),
          clock: systemClock,
          knex: await migrateDatabase(deps.database),
          onChange: () => notice.give(),
        });
        deps.httpRouter.use(createRouter(createHandlers(services)));
        // Readers of feeds in a browser bring a cookie; everybody else a token.
        deps.httpRouter.addAuthPolicy({ path: '/feed', allow: 'user-cookie' });
        registerActions({ ...services, actions: deps.actions, readable });
        await schedule.start(deps);
      },
    });
  },
});
