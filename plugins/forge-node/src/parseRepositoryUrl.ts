import type { RepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeHost } from './ForgeHost';
import type { ForgeService } from './ForgeService';

/** What an address says about a repository, without asking the host whether it exists. */
export interface RepositoryUrl extends RepositoryName {
  host: ForgeHost;
  /** Branch, tag or commit and the path after it, not percent-encoded; absent for the repository itself. */
  rest?: string;
}

/** Below the origin, as the embedded host and GitHub write it: `/acme/orders/-/blob/main/a` and `/acme/orders/blob/main/a`. */
const PATH =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/(?:-\/)?(?:blob|tree|raw|edit)\/(.+))?\/?$/;

/**
 * Reads which repository of a host an address belongs to.
 *
 * @remarks
 * It costs no request, unlike `ForgeHost.locate`, which knows where the branch ends and the path begins.
 *
 * @returns undefined for an address of no host, of no repository, or with a path that leads upwards
 */
export function parseRepositoryUrl(
  forge: Pick<ForgeService, 'findHost'>,
  url: string,
): RepositoryUrl | undefined {
  const host = forge.findHost(url);
  const match = host && PATH.exec(new URL(url).pathname);
  if (!match) {
    return undefined;
  }
  try {
    const [namespace, name, rest] = match
      .slice(1)
      .map(part => part && decodeURIComponent(part));
    const leadsUpwards = rest
      ?.split(/[/\\]/)
      .some(part => /^\.{1,2}$/.test(part));
    return leadsUpwards ? undefined : { host, namespace, name, rest };
  } catch {
    return undefined;
  }
}
