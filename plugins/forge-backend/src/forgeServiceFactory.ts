import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ForgeEvents, forgeServiceRef } from '@groundwork/plugin-forge-node';
import { EmbeddedForgeHost } from './embedded/EmbeddedForgeHost';
import { Forge } from './Forge';
import { GithubForgeHost } from './github/GithubForgeHost';

/** Builds the hosts that are configured; one for the whole process. */
export const forgeServiceFactory = createServiceFactory({
  service: forgeServiceRef,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
  },
  async factory({ config, logger }) {
    const events = ForgeEvents.create({ logger });
    const embedded = config.getOptional('forge.embedded')
      ? await EmbeddedForgeHost.fromConfig(config, { events, logger })
      : undefined;
    const github = GithubForgeHost.fromConfig(config, { events, logger });
    return Forge.create({
      events,
      hosts: [...(embedded ? [embedded] : []), ...github],
    });
  },
});
