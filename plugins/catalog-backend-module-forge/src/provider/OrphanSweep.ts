import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** The catalog's own task, which runs every half minute; with `catalog.orphanStrategy: keep` there is none. */
const TASK = 'catalog_orphan_cleanup';

/** By then the catalog has read a pushed file. */
const DELAY_MS = 2_500;

/** Lets entities go soon after the file that described them has lost them, instead of with the next scheduled sweep. */
export class OrphanSweep {
  readonly #scheduler: Pick<SchedulerService, 'triggerTask'>;
  readonly #logger: LoggerService;
  #timer?: NodeJS.Timeout;

  static create(options: {
    scheduler: Pick<SchedulerService, 'triggerTask'>;
    logger: LoggerService;
  }): OrphanSweep {
    return new OrphanSweep(options.scheduler, options.logger);
  }

  private constructor(
    scheduler: Pick<SchedulerService, 'triggerTask'>,
    logger: LoggerService,
  ) {
    this.#scheduler = scheduler;
    this.#logger = logger;
  }

  /** Asks for a sweep; several requests make one. */
  request(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), DELAY_MS).unref();
  }

  async #start(): Promise<void> {
    try {
      await this.#scheduler.triggerTask(TASK);
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      this.#logger.debug(`${TASK} was not started early: ${reason}`);
    }
  }
}
