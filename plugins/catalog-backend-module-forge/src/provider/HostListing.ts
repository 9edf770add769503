import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ForgeHost } from '@groundwork/plugin-forge-node';
import { formatLocationKey, type RepositoryHead } from './repositoryLocation';

/** What the hosts have, as far as they answered. */
export class HostListing {
  readonly #heads = new Map<string, RepositoryHead>();
  readonly #answered: string[] = [];
  /** Whether every host answered. */
  #isComplete = true;

  /** Asks every host; one that does not answer is named in the log. */
  static async read(
    hosts: readonly ForgeHost[],
    options: { logger: LoggerService },
  ): Promise<HostListing> {
    const listing = new HostListing();
    await Promise.all(
      hosts.map(host =>
        listing.#readHost(host).catch(error => {
          const reason = isError(error) ? error.message : String(error);
          listing.#isComplete = false;
          options.logger.warn(
            `The repositories of ${host.id} could not be listed; what the catalog has of them stays: ${reason}`,
          );
        }),
      ),
    );
    return listing;
  }

  private constructor() {}

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** The hosts that answered. */
  get hostIds(): string[] {
    return this.#answered;
  }

  get heads(): RepositoryHead[] {
    return [...this.#heads.values()];
  }

  /** Puts what was heard of a repository meanwhile in the place of what was listed; undefined: it is gone. */
  correct(key: string, head: RepositoryHead | undefined): void {
    if (head) {
      this.#heads.set(key, head);
    } else {
      this.#heads.delete(key);
    }
  }

  async #readHost(host: ForgeHost): Promise<void> {
    for (const repository of await host.listRepositories()) {
      const { namespace, name, defaultBranch, head } = repository;
      if (head) {
        this.#heads.set(formatLocationKey(host.id, repository), {
          host,
          namespace,
          name,
          defaultBranch,
          commit: head,
        });
      }
    }
    this.#answered.push(host.id);
  }
}
