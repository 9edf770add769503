import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import type { Knex } from 'knex';

interface Row {
  id: number;
  instance_id: string;
  hostname: string;
  pid: number;
  /** PostgreSQL gives 64-bit numbers as text. */
  beat: number | string;
}

/** How often the guard says that it lives, and for how long silence is not yet death. */
export interface ProcessGuardTimes {
  beatMs: number;
  silenceMs: number;
}

/** Who this process is, to the others. */
export interface ProcessIdentity {
  hostname: string;
  pid: number;
  isAlive(pid: number): boolean;
}

/** What the guard needs. */
export interface ProcessGuardOptions {
  knex: Knex;
  logger: LoggerService;
  /** Called when another process has taken over, because this one was silent for too long. */
  onLost: () => void;
  times?: ProcessGuardTimes;
  identity?: ProcessIdentity;
}

const TABLE = 'live_process';
/** The table has one row. */
const ROW_ID = 1;
/** A loaded machine may miss a beat or two; three are lost with the process. */
const TIMES: ProcessGuardTimes = { beatMs: 5_000, silenceMs: 20_000 };

/**
 * Sees to it that one process alone serves the repositories of the embedded host.
 *
 * @remarks
 * Pushes are noticed and announced within the process that received them, so a second one would show stale pages and
 * could lose a change. Whether a process lives is seen from a counter that rises, so clocks need not agree.
 */
export class ProcessGuard {
  readonly #options: ProcessGuardOptions;
  readonly #times: ProcessGuardTimes;
  readonly #identity: ProcessIdentity;
  readonly #instanceId = randomUUID();
  #timer?: NodeJS.Timeout;
  #beat = 1;

  /** Claims the repositories, or refuses while another process holds them. */
  static async acquire(options: ProcessGuardOptions): Promise<ProcessGuard> {
    const guard = new ProcessGuard(options);
    await guard.#claim();
    guard.#timer = setInterval(() => guard.#pulse(), guard.#times.beatMs);
    guard.#timer.unref();
    return guard;
  }

  private constructor(options: ProcessGuardOptions) {
    this.#options = options;
    this.#times = options.times ?? TIMES;
    this.#identity = options.identity ?? {
      hostname: hostname(),
      pid: process.pid,
      isAlive,
    };
  }

  /** Lets the next process start at once. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#table
      .where({ id: ROW_ID, instance_id: this.#instanceId })
      .delete();
  }

  get #table() {
    return this.#options.knex<Row>(TABLE);
  }

  get #row(): Row {
    return {
      id: ROW_ID,
      instance_id: this.#instanceId,
      hostname: this.#identity.hostname,
      pid: this.#identity.pid,
      beat: this.#beat,
    };
  }

  async #claim(): Promise<void> {
    let seen: Row | undefined;
    let silentSince = Date.now();
    for (;;) {
      const holder = await this.#table.where({ id: ROW_ID }).first();
      if (!holder) {
        if (await this.#insert()) {
          return;
        }
      } else if (seen && isSameHolder(seen, holder) && isLater(holder, seen)) {
        throw this.#refusal(holder);
      } else {
        if (!seen || !isSameHolder(seen, holder)) {
          silentSince = Date.now();
          this.#announceWait(holder);
        }
        seen = holder;
        const isDead =
          this.#isKnownDead(holder) ||
          Date.now() - silentSince >= this.#times.silenceMs;
        if (isDead && (await this.#replace(holder))) {
          return;
        }
        await sleep(this.#times.beatMs / 5);
      }
    }
  }

  #announceWait(holder: Row): void {
    if (!this.#isKnownDead(holder)) {
      this.#options.logger.info(
        `Waiting to see whether process ${holder.pid} on ${holder.hostname} still serves the repositories`,
      );
    }
  }

  #isKnownDead({ hostname: host, pid }: Row): boolean {
    const own = this.#identity;
    // The same process ID is a predecessor in a container, where the portal always gets the same one.
    return host === own.hostname && (pid === own.pid || !own.isAlive(pid));
  }

  async #insert(): Promise<boolean> {
    const inserted = await this.#table
      .insert(this.#row)
      .onConflict('id')
      .ignore()
      .returning('instance_id');
    return inserted.length > 0;
  }

  async #replace(holder: Row): Promise<boolean> {
    const count = await this.#table
      .where({
        id: ROW_ID,
        instance_id: holder.instance_id,
        beat: holder.beat,
      })
      .update(this.#row);
    return count > 0;
  }

  async #pulse(): Promise<void> {
    try {
      this.#beat += 1;
      const count = await this.#table
        .where({ id: ROW_ID, instance_id: this.#instanceId })
        .update({ beat: this.#beat });
      if (count === 0) {
        clearInterval(this.#timer);
        this.#options.onLost();
      }
    } catch (error) {
      this.#options.logger.warn(
        'The sign of life of the embedded forge could not be written',
        isError(error) ? error : undefined,
      );
    }
  }

  #refusal({ pid, hostname: host }: Row): Error {
    return new ConflictError(
      `Process ${pid} on ${host} already serves the repositories of the embedded forge, and only one may. ` +
        'Stop it, run one replica, or set forge.embedded to null and keep repositories on GitHub.',
    );
  }
}

function isSameHolder(a: Row, b: Row): boolean {
  return a.instance_id === b.instance_id;
}

function isLater(a: Row, b: Row): boolean {
  return Number(a.beat) > Number(b.beat);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, as somebody else's.
    return isError(error) && error.code === 'EPERM';
  }
}
