import { InputError } from '@backstage/errors';
import {
  DEPENDENCY_GROUPS,
  type Lockfile,
  packageKey,
  type Resolution,
} from './Lockfile';

/** The parts of a `package.json` that a lockfile is about. */
export type Manifest = Partial<
  Record<(typeof DEPENDENCY_GROUPS)[number], Record<string, string>>
>;

/** A package that joins a workspace. */
export interface Newcomer {
  /** Where it will be, such as `services/orders`. */
  path: string;
  /** The package of the template's own workspace that has its dependencies, and perhaps more. */
  like: string;
  manifest: Manifest;
}

/** A workspace that a package can join. */
export interface Workspace {
  lockfile: Lockfile;
  /** The versions that `pnpm-workspace.yaml` pins. */
  catalog: Record<string, string>;
}

/**
 * Adds a package to the lockfile of a workspace, without resolving anything.
 *
 * @remarks
 * What the workspace has already is taken from it, at its versions. What is new to it comes from the lockfile of the
 * template, and only if the workspace pins the version that the template knows.
 */
export function joinWorkspace(
  workspace: Workspace,
  template: Lockfile,
  newcomer: Newcomer,
): void {
  const groups: Parameters<Lockfile['setImporter']>[1] = {};
  for (const group of DEPENDENCY_GROUPS) {
    const wishes = Object.entries(newcomer.manifest[group] ?? {});
    if (wishes.length > 0) {
      groups[group] = Object.fromEntries(
        wishes
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, specifier]) => [
            name,
            workspace.lockfile.resolutionOf(name, specifier) ??
              adopt({ name, specifier }, workspace, {
                template,
                resolution: template.importerResolution(
                  newcomer.like,
                  group,
                  name,
                ),
              }),
          ]),
      );
    }
  }
  workspace.lockfile.setImporter(newcomer.path, groups);
}

function adopt(
  { name, specifier }: { name: string; specifier: string },
  { lockfile, catalog }: Workspace,
  {
    template,
    resolution,
  }: { template: Lockfile; resolution: Resolution | undefined },
): Resolution {
  if (resolution?.specifier !== specifier) {
    throw new InputError(
      `The lockfile of the template does not know ${name} as ${specifier}`,
    );
  }
  const key = packageKey(name, resolution.version);
  if (key === undefined) {
    return resolution;
  }
  if (specifier === 'catalog:') {
    checkPin(name, catalog[name], template.catalogEntry(name)?.specifier);
    lockfile.copyCatalogEntry(name, template);
  }
  checkPeers(name, resolution.version, lockfile);
  lockfile.copyPackage(key, template);
  return resolution;
}

function checkPin(
  name: string,
  pinned: string | undefined,
  known: string | undefined,
): void {
  if (pinned === undefined) {
    throw new InputError(
      `The platform pins no version of ${name}: add '${name}: ${known}' to the catalog of its pnpm-workspace.yaml`,
    );
  }
  if (pinned !== known) {
    throw new InputError(
      `The platform pins ${name} ${pinned} and installs it nowhere yet, and the template knows ${known} only: ` +
        `pin ${known}, or add the service from a newer version of the template`,
    );
  }
}

/** A package that is built on another one has to find the version of it that the workspace has. */
function checkPeers(name: string, version: string, lockfile: Lockfile): void {
  const [, ...rest] = version.split('(');
  const peers = rest
    .join('(')
    .matchAll(/(?<peer>@?[^@()]+)@(?<wanted>[^()]+)/g);
  for (const { groups: { peer = '', wanted = '' } = {} } of peers) {
    const present = lockfile.catalogEntry(peer)?.version.split('(')[0];
    if (present !== undefined && present !== wanted) {
      throw new InputError(
        `The template knows ${name} with ${peer} ${wanted} only, and the platform has ${peer} ${present}: ` +
          `add the service from a newer version of the template`,
      );
    }
  }
}
