import { setTimeout as sleep } from 'node:timers/promises';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { ForgePlace } from '../forge/ForgeAccess';
import { isFromRepository } from '../forge/isFromRepository';

/** The catalog needs a second; a minute says that something is wrong. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;
const REPORT_MS = 5_000;

/** Which entities are awaited, where from, and for whom. */
export interface Arrival {
  entityRefs: readonly string[];
  place: ForgePlace;
  credentials: BackstageCredentials;
  logger: LoggerService;
  signal?: AbortSignal;
}

/** Waits until the catalog has read a new repository. */
export class CatalogArrival {
  readonly #catalog: CatalogService;
  readonly #forge: ForgeService;
  readonly #patienceMs: number;

  static create(options: {
    catalog: CatalogService;
    forge: ForgeService;
    patienceMs?: number;
  }): CatalogArrival {
    return new CatalogArrival(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    forge: ForgeService;
    patienceMs?: number;
  }) {
    this.#catalog = options.catalog;
    this.#forge = options.forge;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  /** Returns when every entity is there; fails when the catalog takes too long. */
  async wait(arrival: Arrival): Promise<void> {
    const { entityRefs, logger, place, signal } = arrival;
    if (entityRefs.length === 0) {
      logger.info('The repository declares nothing for the catalog');
      return;
    }
    const begin = Date.now();
    let reportAt = REPORT_MS;
    let missing = await this.#findMissing(arrival);
    while (missing.length > 0) {
      const waitedMs = Date.now() - begin;
      if (waitedMs > this.#patienceMs) {
        throw new ServiceUnavailableError(
          `The repository ${formatRepositoryName(
            place,
          )} is complete, but after ${seconds(
            waitedMs,
          )} the catalog has not read ${missing.join(
            ', ',
          )} from it. Retry to wait again; nothing is created twice`,
        );
      }
      if (waitedMs > reportAt) {
        logger.info(`Still waiting for ${missing.join(', ')}`);
        reportAt += REPORT_MS;
      }
      await sleep(PAUSE_MS, undefined, { signal });
      missing = await this.#findMissing(arrival);
    }
    logger.info(
      `${entityRefs.join(', ')} in the catalog after ${seconds(
        Date.now() - begin,
      )}`,
    );
  }

  async #findMissing(arrival: Arrival): Promise<string[]> {
    const { entityRefs, place, credentials } = arrival;
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...entityRefs],
        fields: ['kind', 'metadata.name', 'metadata.annotations'],
      },
      { credentials },
    );
    const arrived = await Promise.all(
      items.map(
        entity =>
          entity !== undefined && isFromRepository(entity, place, this.#forge),
      ),
    );
    return entityRefs.filter((_, index) => !arrived[index]);
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
