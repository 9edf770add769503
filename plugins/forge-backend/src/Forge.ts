import { NotFoundError } from '@backstage/errors';
import type {
  ForgeEvents,
  ForgeHost,
  ForgeService,
} from '@groundwork/plugin-forge-node';

/** The configured hosts and their events. */
export class Forge implements ForgeService {
  readonly hosts: readonly ForgeHost[];
  readonly events: ForgeEvents;

  static create(options: {
    hosts: readonly ForgeHost[];
    events: ForgeEvents;
  }): Forge {
    return new Forge(options);
  }

  private constructor(options: {
    hosts: readonly ForgeHost[];
    events: ForgeEvents;
  }) {
    this.hosts = options.hosts;
    this.events = options.events;
  }

  getHost(id: string): ForgeHost {
    const host = this.hosts.find(candidate => candidate.id === id);
    if (!host) {
      const known = this.hosts.map(candidate => candidate.id).join(', ');
      throw new NotFoundError(
        `There is no such forge host; configured: ${known || 'none'}`,
      );
    }
    return host;
  }

  findHost(url: string): ForgeHost | undefined {
    return this.hosts.find(host => host.ownsUrl(url));
  }
}
