import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  formatRepositoryName,
  type Repository,
} from '@groundwork/plugin-forge-common';
import type { GithubRepositories } from '../read/GithubRepositories';
import type { GithubAnnouncements } from './GithubAnnouncements';

/** Between these only pushes are asked for; then also what came, went and was renamed. */
const POLLS_PER_LISTING = 15;

/** The clocks of GitHub and of the portal differ. */
const OVERLAP_MS = 5 * 60_000;

/** What is known of an organization. */
interface KnownOrganization {
  repositories: Map<string, Repository>;
  polls: number;
  /** When it was last asked about. */
  at: number;
}

/**
 * Notices pushes to default branches, and repositories that come and go, by asking.
 *
 * @remarks
 * Without a webhook this is how the portal hears of them; with one it makes up for deliveries that were lost. A poll
 * with nothing new is one request for each organization, which GitHub does not count.
 */
export class GithubWatcher {
  readonly #announcements: GithubAnnouncements;
  readonly #logger: LoggerService;
  readonly #organizations: readonly string[];
  readonly #repositories: GithubRepositories;
  readonly #known = new Map<string, KnownOrganization>();

  static create(options: {
    announcements: GithubAnnouncements;
    logger: LoggerService;
    organizations: readonly string[];
    repositories: GithubRepositories;
  }): GithubWatcher {
    return new GithubWatcher(options);
  }

  private constructor(options: {
    announcements: GithubAnnouncements;
    logger: LoggerService;
    organizations: readonly string[];
    repositories: GithubRepositories;
  }) {
    this.#announcements = options.announcements;
    this.#logger = options.logger;
    this.#organizations = options.organizations;
    this.#repositories = options.repositories;
  }

  /** Asks about every organization; the first time it only learns what there is. */
  async poll(): Promise<void> {
    for (const organization of this.#organizations) {
      try {
        await this.#pollOrganization(organization);
      } catch (error) {
        this.#logger.warn(
          `Pushes to ${organization} were not looked for; the next poll catches up`,
          isError(error) ? error : undefined,
        );
      }
    }
  }

  async #pollOrganization(organization: string): Promise<void> {
    const at = Date.now();
    const known = this.#known.get(organization);
    if (!known) {
      const found = await this.#repositories.list(organization);
      this.#known.set(organization, {
        at,
        polls: 0,
        repositories: index(found),
      });
      return;
    }
    const isListing = (known.polls + 1) % POLLS_PER_LISTING === 0;
    const since = new Date(known.at - OVERLAP_MS).toISOString();
    const found = isListing
      ? await this.#repositories.list(organization)
      : await this.#repositories.listPushed(organization, since);
    if (isListing) {
      this.#announceRemoved(known, index(found));
    }
    for (const repository of found) {
      await this.#announceMoved(known, repository);
    }
    known.at = at;
    known.polls++;
  }

  #announceRemoved(
    known: KnownOrganization,
    found: ReadonlyMap<string, Repository>,
  ): void {
    for (const [key, repository] of known.repositories) {
      if (!found.has(key)) {
        known.repositories.delete(key);
        this.#announcements.repository(repository, 'removed');
      }
    }
  }

  async #announceMoved(
    known: KnownOrganization,
    repository: Repository,
  ): Promise<void> {
    const { namespace, name, defaultBranch, head } = repository;
    const before = known.repositories.get(keyOf(repository));
    if (!before) {
      this.#announcements.repository(repository, 'created');
    }
    if (head && head !== before?.head) {
      await this.#announcements.push({
        namespace,
        name,
        ref: `refs/heads/${defaultBranch}`,
        isDefaultBranch: true,
        before: before?.head,
        after: head,
      });
    }
    known.repositories.set(keyOf(repository), repository);
  }
}

function index(repositories: Repository[]): Map<string, Repository> {
  return new Map(
    repositories.map(repository => [keyOf(repository), repository]),
  );
}

function keyOf(repository: Repository): string {
  return formatRepositoryName(repository).toLowerCase();
}
