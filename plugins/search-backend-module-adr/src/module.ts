import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { ADR_CHANGED_TOPIC } from '@groundwork/plugin-adr-common';
import { DecisionCollatorFactory } from './DecisionCollatorFactory';
import { FollowingSchedule } from './FollowingSchedule';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 5 },
};

function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig('search.collators.adr.schedule');
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : DEFAULT_SCHEDULE;
}

/** Lets the search index decisions on its schedule, and soon after they have changed. */
export const searchModuleAdr = createBackendModule({
  pluginId: 'search',
  moduleId: 'adr-collator',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, config, discovery, events, logger, scheduler } = deps;
        const schedule = FollowingSchedule.create({
          schedule: scheduler.createScheduledTaskRunner(readSchedule(config)),
          logger,
        });
        deps.indexRegistry.addCollator({
          schedule,
          factory: DecisionCollatorFactory.create({ auth, discovery }),
        });
        await events.subscribe({
          id: 'search-adr',
          topics: [ADR_CHANGED_TOPIC],
          onEvent: async () => schedule.follow(),
        });
        deps.lifecycle.addShutdownHook(() => schedule.stop());
      },
    });
  },
});
