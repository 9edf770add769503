import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { FORGE_ORIGIN } from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  forgeServiceRef,
} from '@groundwork/plugin-forge-node';
import { ForgeUrlReader } from './ForgeUrlReader';

/**
 * Reads the virtual origin for every plugin.
 *
 * @remarks
 * The predicate takes the whole origin, or the GitLab reader of the integration would ask a host that does not exist.
 */
export const forgeUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: { forge: forgeServiceRef },
  async factory({ forge }) {
    const host = forge.hosts.find(({ id }) => id === EMBEDDED_HOST_ID);
    return ({ treeResponseFactory }) => [
      {
        predicate: url => url.origin === FORGE_ORIGIN,
        reader: ForgeUrlReader.create({ host, treeResponseFactory }),
      },
    ];
  },
});
