import type { RepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { SeededHost } from '../seed/Seeder';

/** What serving Git needs of the embedded host. */
export interface GitHost extends Pick<ForgeHost, 'getRepository'> {
  /** Where the bare repositories are: `<namespace>/<name>.git` below it. */
  readonly directory: string;
  /** Lets writers in, once this process is the only one; quiet until {@link catchUp}, if nobody listens yet. */
  start(options: { isQuiet?: boolean }): Promise<void>;
  /** Refuses writers from now on, and returns when those who write are done. */
  stop(reason: string): Promise<void>;
  /** Tells listeners what has happened without them. */
  catchUp(): Promise<void>;
  /** Keeps the repositories fast. */
  maintain(): Promise<void>;
  /** Tells listeners what a push has moved, and who pushed. */
  announcePush(name: RepositoryName, options: { by?: string }): Promise<void>;
}

type EmbeddedHost = ForgeHost & GitHost & SeededHost;

/** The host whose repositories are on this machine, if it is configured. */
export function findGitHost(forge: ForgeService): EmbeddedHost | undefined {
  return forge.hosts.find(isEmbedded);
}

function isEmbedded(host: ForgeHost): host is EmbeddedHost {
  return 'announcePush' in host;
}
