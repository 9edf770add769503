import { NotFoundError } from '@backstage/errors';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { ForgePlace } from './ForgeAccess';

/** The host that an input names, or the first one, and the place on it. */
export function resolvePlace(
  input: { host?: string; namespace: string; name: string },
  forge: ForgeService,
): { host: ForgeHost; place: ForgePlace } {
  const host = input.host ? forge.getHost(input.host) : forge.hosts[0];
  if (!host) {
    throw new NotFoundError(
      'No forge is configured; set forge.embedded or forge.github',
    );
  }
  const { namespace, name } = input;
  return { host, place: { host: host.id, namespace, name } };
}
