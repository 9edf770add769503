import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';

/** The whole index of a type is built anew, so a burst of changes is waited for. */
const QUIET_MS = 1_500;

/** Building takes processor time; while changes keep coming, this lies between two builds. */
const PAUSE_MS = 10_000;

/** Runs a task on its schedule, and also soon after something has changed. */
export class FollowingSchedule implements SchedulerServiceTaskRunner {
  readonly #schedule: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  readonly #stopped = new AbortController();
  #task: SchedulerServiceTaskInvocationDefinition | undefined;
  #isPending = false;
  #running: Promise<void> | undefined;

  static create(options: {
    schedule: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }): FollowingSchedule {
    return new FollowingSchedule(options.schedule, options.logger);
  }

  private constructor(
    schedule: SchedulerServiceTaskRunner,
    logger: LoggerService,
  ) {
    this.#schedule = schedule;
    this.#logger = logger;
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
    await this.#wait(QUIET_MS);
    while (this.#isPending && !signal.aborted) {
      this.#isPending = false;
      try {
        await fn(signal);
      } catch (error) {
        this.#logger.warn(
          `The search did not take up new decisions: ${
            isError(error) ? error.message : String(error)
          }; its schedule catches up`,
        );
      }
      await this.#wait(PAUSE_MS);
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, {
      signal: this.#stopped.signal,
      ref: false,
    }).catch(() => undefined);
  }
}
