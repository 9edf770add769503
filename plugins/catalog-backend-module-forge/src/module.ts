import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { forgeServiceRef } from '@groundwork/plugin-forge-node';
import { ExampleProcessor } from './examples/ExampleProcessor';
import { ForgeEntityProvider } from './provider/ForgeEntityProvider';
import { OrphanSweep } from './provider/OrphanSweep';
import { readStoredLocations } from './provider/readStoredLocations';
import { RepositoryRulesProcessor } from './rules/RepositoryRulesProcessor';

/** Missed events are rare, and each comparison lists every repository of every host. */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
};

/** Makes the catalog read every repository of the forge, follow its pushes, and refuse what a repository may not bring. */
export const catalogModuleForge = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'forge',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        forge: forgeServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, processing, ...services }) {
        const { forge, lifecycle, logger, scheduler } = services;
        const schedule = readSchedule(config);
        const sweep = OrphanSweep.create({ scheduler, logger });
        const provider = ForgeEntityProvider.create({
          forge,
          logger,
          readStored: () => readStoredLocations({ auth, catalog }),
          onChanged: () => sweep.request(),
        });
        processing.addEntityProvider(provider);
        processing.addProcessor(
          RepositoryRulesProcessor.fromConfig(config, { forge }),
          ExampleProcessor.create({ forge }),
        );
        // The catalog answers from then on. A host may take its time, and the start does not wait for it.
        lifecycle.addStartupHook(async () => {
          provider.synchronize();
          await scheduler.scheduleTask({
            ...schedule,
            id: 'forge_comparison',
            fn: () => provider.synchronize(),
          });
        });
      },
    });
  },
});

function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig('catalog.providers.forge.schedule');
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : DEFAULT_SCHEDULE;
}
