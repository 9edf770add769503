import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ForgeService, PushEvent } from '@groundwork/plugin-forge-node';
import limiter from 'p-limit';
import type { CatalogScan } from '../catalog/CatalogScan';
import { formatSourceId } from '../catalog/RepositoryFinder';
import type { IndexWriter } from '../database/IndexWriter';
import type { SourceStore, StoredSource } from '../database/SourceStore';
import type { Clock } from './Clock';
import type { IndexRefresher } from './IndexRefresher';
import type { ProposalRefresher } from './ProposalRefresher';

/** How long a new repository may go unnoticed when no push announces it. */
const SCAN_INTERVAL_MS = 60_000;

/** Sources that are read at once. */
const CONCURRENCY = 4;

/** A push of a descriptor reaches the catalog within seconds; the scan must come after it. */
const RESCAN_DELAYS_MS = [1_500, 5_000, 15_000, 45_000];

interface IndexScheduleOptions {
  scan: CatalogScan;
  sources: SourceStore;
  writer: IndexWriter;
  refresher: IndexRefresher;
  proposals: ProposalRefresher;
  forge: ForgeService;
  logger: LoggerService;
  clock: Clock;
  refreshIntervalMs: number;
  retentionMs: number;
}

/** Decides when a repository is read: at a push at once, when it appears in the catalog, and from time to time. */
export class IndexSchedule {
  readonly #options: IndexScheduleOptions;
  readonly #stopped = new AbortController();
  #rescan: Promise<void> | undefined;

  static create(options: IndexScheduleOptions): IndexSchedule {
    return new IndexSchedule(options);
  }

  private constructor(options: IndexScheduleOptions) {
    this.#options = options;
  }

  /** Starts to follow the catalog and the forge. */
  async start(services: {
    scheduler: SchedulerService;
    lifecycle: LifecycleService;
  }): Promise<void> {
    const { events } = this.#options.forge;
    const stops = [
      events.on('push', event => this.#onPush(event)),
      events.on('change', event => this.#onChange(event)),
      events.on('repository', event => this.#refresh(idOf(event))),
    ];
    services.lifecycle.addShutdownHook(() => {
      this.#stopped.abort();
      stops.forEach(stop => stop());
    });
    await services.scheduler.scheduleTask({
      id: 'adr-scan',
      frequency: { milliseconds: SCAN_INTERVAL_MS },
      initialDelay: { seconds: 3 },
      timeout: { minutes: 30 },
      fn: () => this.run(),
    });
  }

  /** Looks at the catalog, and reads what is new or has not been looked at for long. */
  async run(): Promise<void> {
    const { scan, sources, writer, clock, retentionMs } = this.#options;
    const plans = await scan.run();
    const expired = await sources.replacePlans(plans, {
      now: clock.now(),
      retentionMs,
    });
    for (const id of expired) await writer.remove(id);
    const limit = limiter(CONCURRENCY);
    const due = (await sources.list()).filter(source => this.#isDue(source));
    await Promise.all(
      due.map(({ plan }) => limit(() => this.#refresh(plan.id))),
    );
  }

  #isDue(source: StoredSource): boolean {
    const { clock, refreshIntervalMs } = this.#options;
    if (source.missingSince !== undefined) return false;
    return (
      source.checkedOn !== clock.today() ||
      (source.triedAt ?? 0) + refreshIntervalMs <= clock.now()
    );
  }

  async #refresh(id: string): Promise<void> {
    await this.#options.refresher.refresh(id);
    await this.#options.proposals.refresh(id);
  }

  async #onPush(event: PushEvent): Promise<void> {
    const id = idOf(event);
    if (event.isDefaultBranch) {
      await this.#options.refresher.refresh(id);
      this.#scanSoon(event);
    }
    await this.#options.proposals.refresh(id);
  }

  async #onChange(event: Parameters<typeof idOf>[0]): Promise<void> {
    await this.#options.proposals.refresh(idOf(event));
  }

  /** A new repository, or one that describes other entities, is known once the catalog has read it. */
  #scanSoon(event: PushEvent): void {
    const describes = event.changedPaths.some(({ path }) =>
      /(?:^|\/)catalog-info[^/]*\.ya?ml$/i.test(path),
    );
    if (describes && !this.#rescan) {
      this.#rescan = this.#scanRepeatedly().finally(() => {
        this.#rescan = undefined;
      });
    }
  }

  async #scanRepeatedly(): Promise<void> {
    for (const delay of RESCAN_DELAYS_MS) {
      await sleep(delay, undefined, {
        signal: this.#stopped.signal,
        ref: false,
      }).catch(() => undefined);
      if (this.#stopped.signal.aborted) return;
      await this.run().catch(error =>
        this.#options.logger.warn(
          `The catalog could not be searched for decisions: ${
            isError(error) ? error.message : String(error)
          }`,
        ),
      );
    }
  }
}

function idOf(event: {
  host: string;
  namespace: string;
  name: string;
}): string {
  return formatSourceId(event.host, `${event.namespace}/${event.name}`);
}
