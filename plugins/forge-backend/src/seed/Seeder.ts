import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import type { RepositoryName } from '@groundwork/plugin-forge-common';
import type {
  EmbeddedForgeHost,
  SeedOptions,
} from '../embedded/EmbeddedForgeHost';
import { createSeedHistory } from './createSeedHistory';
import { digestSeed } from './digestSeed';
import type { Seeds } from './Seeds';
import type { RepositorySeed } from './seedsSchema';

/** What seeding needs of the embedded host. */
export type SeededHost = Pick<
  EmbeddedForgeHost,
  'seed' | 'readSeed' | 'isSetAside' | 'setAside' | 'restore'
>;

/** What became of a seed; `kept` is what was there before, by whomever. */
type Outcome = 'created' | 'replaced' | 'kept' | 'set aside' | 'restored';

/** Fills the embedded forge with the repositories that come with the portal, and keeps those current that nobody has changed. */
export class Seeder {
  readonly #seeds: Seeds;
  readonly #host: SeededHost;
  readonly #logger: LoggerService;
  readonly #isWithExamples: boolean;

  static create(options: {
    seeds: Seeds;
    host: SeededHost;
    logger: LoggerService;
    isWithExamples: boolean;
  }): Seeder {
    return new Seeder(options);
  }

  private constructor(options: {
    seeds: Seeds;
    host: SeededHost;
    logger: LoggerService;
    isWithExamples: boolean;
  }) {
    this.#seeds = options.seeds;
    this.#host = options.host;
    this.#logger = options.logger;
    this.#isWithExamples = options.isWithExamples;
  }

  /**
   * Plants every seed.
   *
   * @remarks
   * Each step of the host is whole or not at all, so a start after a crash does what is left. A seed that fails is
   * logged and leaves the others alone.
   */
  async run(): Promise<void> {
    const names = new Map<Outcome | undefined, string[]>();
    await Promise.all(
      this.#seeds.repositories.map(async seed => {
        const outcome = await this.#attempt(seed);
        names.set(outcome, [...(names.get(outcome) ?? []), seed.name]);
      }),
    );
    for (const outcome of [
      'created',
      'replaced',
      'set aside',
      'restored',
    ] as const) {
      const list = names.get(outcome);
      if (list) {
        this.#logger.info(`Seeds ${outcome}: ${list.sort().join(', ')}`);
      }
    }
  }

  async #attempt(seed: RepositorySeed): Promise<Outcome | undefined> {
    try {
      return await this.#plant(seed);
    } catch (error) {
      this.#logger.error(
        `The repository ${seed.name} could not be seeded`,
        isError(error) ? error : undefined,
      );
      return undefined;
    }
  }

  async #plant(seed: RepositorySeed): Promise<Outcome> {
    const repository = parseName(seed.name);
    if (seed.isExample && !this.#isWithExamples) {
      return this.#putAside(repository);
    }
    const isAside = await this.#host.isSetAside(repository);
    if (isAside) {
      await this.#host.restore(repository);
    }
    const outcome = await this.#follow(seed, repository);
    return isAside && outcome === 'kept' ? 'restored' : outcome;
  }

  async #putAside(repository: RepositoryName): Promise<Outcome> {
    if (!(await this.#isSeeded(repository))) {
      return 'kept';
    }
    await this.#host.setAside(repository);
    return 'set aside';
  }

  async #isSeeded(repository: RepositoryName): Promise<boolean> {
    try {
      return (await this.#host.readSeed(repository)) !== undefined;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }

  async #follow(
    seed: RepositorySeed,
    repository: RepositoryName,
  ): Promise<Outcome> {
    const options = await this.#prepare(seed, repository);
    const outcome = await this.#host.seed(options);
    if (outcome === 'kept') {
      await this.#explain(options, seed.name);
    }
    return outcome;
  }

  /** Says why a repository is not what its seed would make of it. */
  async #explain(options: SeedOptions, name: string): Promise<void> {
    const seed = await this.#host.readSeed(options);
    if (!seed) {
      this.#logger.warn(
        `There was a repository ${name} before the portal brought one of this name; it stays as it is`,
      );
    } else if (seed.digest !== options.seedDigest) {
      this.#logger.info(
        `Somebody has worked on ${name}, so it no longer follows the files of the portal`,
      );
    }
  }

  async #prepare(
    seed: RepositorySeed,
    repository: RepositoryName,
  ): Promise<SeedOptions> {
    const files = await this.#seeds.readFiles(seed);
    const history = createSeedHistory(seed, {
      people: this.#seeds.people,
      files,
    });
    const { description, owner, isExample } = seed;
    return {
      ...repository,
      ...{ description, owner, isExample },
      history,
      seedDigest: digestSeed(seed, history),
    };
  }
}

function parseName(text: string): RepositoryName {
  const [namespace, name] = text.split('/');
  return { namespace, name };
}
