import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** The whole index of a type is built anew, so a burst of changes is waited for. */
const QUIET_MS = 1_500;

/** While changes keep coming, at least this lies between two builds. */
const PAUSE_MS = 10_000;

/** A large index keeps the process busy while it is built: then nine tenths of the time stay for everything else. */
const PAUSE_PER_BUILD = 9;

/** Runs a task on its schedule, and also soon after something has changed. */
export class FollowingSchedule implements SchedulerServiceTaskRunner {
  readonly #schedule: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  readonly #quietMs: number;
  readonly #pauseMs: number;
  readonly #stopped = new AbortController();
  #task: SchedulerServiceTaskInvocationDefinition | undefined;
  #isPending = false;
  #running: Promise<void> | undefined;

  static create(options: {
    schedule: SchedulerServiceTaskRunner;
    logger: LoggerService;
    /** How long no change may come before the task runs. */
    quietMs?: number;
    /** What lies between two runs at least. */
    pauseMs?: number;
  }): FollowingSchedule {
    return new FollowingSchedule(options);
  }

  private constructor(options: Parameters<typeof FollowingSchedule.create>[0]) {
    const { quietMs = QUIET_MS, pauseMs = PAUSE_MS } = options;
    this.#schedule = options.schedule;
    this.#logger = options.logger;
    this.#quietMs = quietMs;
    this.#pauseMs = pauseMs;
  }

  async run(task: SchedulerServiceTaskInvocationDefinition): Promise<void> {
    this.#task = task;
    await this.#schedule.run(task);
    if (this.#isPending) this.follow();
  }

  /** Something has changed: the task runs soon, once for all that changes until then. */
  follow(): void {
    this.#isPending = true;
    if (this.#task && !this.#running) {
      this.#running = this.#runWhilePending(this.#task).finally(() => {
        this.#running = undefined;
      });
    }
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #runWhilePending({
    fn,
  }: SchedulerServiceTaskInvocationDefinition): Promise<void> {
    const { signal } = this.#stopped;
    await this.#wait(this.#quietMs);
    while (this.#isPending && !signal.aborted) {
      this.#isPending = false;
      const started = performance.now();
      try {
        await fn(signal);
      } catch (error) {
        this.#logger.warn(
          `The search did not take up new decisions: ${
            isError(error) ? error.message : String(error)
          }; its schedule catches up`,
        );
      }
      const took = performance.now() - started;
      await this.#wait(Math.max(this.#pauseMs, took * PAUSE_PER_BUILD));
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, {
      signal: this.#stopped.signal,
      ref: false,
    }).catch(() => undefined);
  }
}
