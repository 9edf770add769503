import { createServiceRef } from '@backstage/backend-plugin-api';
import type { ForgeEvents } from './ForgeEvents';
import type { ForgeHost } from './ForgeHost';

/** The Id of the host that the portal brings itself. */
export const EMBEDDED_HOST_ID = 'embedded';

/** Source control behind one interface: the hosts that are configured, and what happens on them. */
export interface ForgeService {
  /** The embedded host first, if it is enabled, then the GitHub hosts in the order of the configuration. */
  readonly hosts: readonly ForgeHost[];
  readonly events: Pick<ForgeEvents, 'on'>;
  /** The host of this id; throws a `NotFoundError` that names the configured ones. */
  getHost(id: string): ForgeHost;
  /** The host that a URL belongs to, if one does. */
  findHost(url: string): ForgeHost | undefined;
}

/**
 * The one forge of the process. It is a root service, so plugins, modules and URL readers share its events.
 *
 * @remarks
 * `@groundwork/plugin-forge-backend` brings its factory; without that package a plugin that asks for it fails to start.
 */
export const forgeServiceRef = createServiceRef<ForgeService>({
  id: 'forge.service',
  scope: 'root',
});
