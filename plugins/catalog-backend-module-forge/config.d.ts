import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      forge?: {
        /**
         * The namespaces, or organisations on GitHub, whose repositories may bring templates, which run with the rights
         * of the portal; [groundwork] by default.
         */
        templateNamespaces?: string[];
        /** How often the catalog is compared with the forge, for events that got lost; every ten minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
