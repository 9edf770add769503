import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConflictError, isError } from '@backstage/errors';
import type { WorkspaceProvider } from '@backstage/plugin-scaffolder-node/alpha';
import type { TaskRecords } from './TaskRecords';

/** The name of this provider in `scaffolder.taskRecovery.workspaceProvider`. */
export const START_OVER = 'startOver';

/** An attempt that is still alive after this does not end by itself. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/**
 * Makes every attempt of a task begin with an empty workspace at the first step.
 *
 * @remarks
 * The scaffolder goes on after the last step that was completed, with whatever is in the workspace: the half-written file of
 * a full disk, or on another replica nothing at all, and would publish that. Rendering takes a second, and the actions
 * that reach outside know their task, so beginning again costs little and cannot end in half a repository.
 */
export class StartOverWorkspaces implements WorkspaceProvider {
  readonly #records: Pick<TaskRecords, 'beginAttempt'>;
  readonly #patienceMs: number;
  /** The workspace of the last attempt that this process has begun, by task. */
  readonly #begun = new Map<string, string | undefined>();

  static create(options: {
    records: Pick<TaskRecords, 'beginAttempt'>;
    patienceMs?: number;
  }): StartOverWorkspaces {
    return new StartOverWorkspaces(options.records, options.patienceMs);
  }

  private constructor(
    records: Pick<TaskRecords, 'beginAttempt'>,
    patienceMs = PATIENCE_MS,
  ) {
    this.#records = records;
    this.#patienceMs = patienceMs;
  }

  async rehydrateWorkspace({
    taskId,
    targetPath,
  }: {
    taskId: string;
    targetPath: string;
  }): Promise<void> {
    await this.#waitForEarlierAttempt(taskId, targetPath);
    await this.#records.beginAttempt(taskId);
    await removeLeftovers(targetPath);
    await mkdir(targetPath, { recursive: true });
    this.#begun.set(taskId, await identify(targetPath));
  }

  /** Nothing is kept between attempts. */
  async serializeWorkspace(): Promise<void> {}

  async cleanWorkspace({ taskId }: { taskId: string }): Promise<void> {
    this.#begun.delete(taskId);
  }

  /**
   * A machine that slept finds its own task silent and begins it anew while the first attempt goes on. The scaffolder
   * removes the workspace when an attempt ends, and makes a new one when the next begins.
   */
  async #waitForEarlierAttempt(
    taskId: string,
    targetPath: string,
  ): Promise<void> {
    const deadline = Date.now() + this.#patienceMs;
    const earlier = this.#begun.get(taskId);
    while (earlier && earlier === (await identify(targetPath))) {
      if (Date.now() > deadline) {
        throw new ConflictError(
          'An earlier attempt of this task is still running; retry when it has ended',
        );
      }
      await sleep(PAUSE_MS);
    }
  }
}

/** The workspace, and the temporary directories of steps beside it. */
async function removeLeftovers(targetPath: string): Promise<void> {
  const parent = dirname(targetPath);
  const name = basename(targetPath);
  const entries = await readdir(parent);
  await Promise.all(
    entries
      .filter(entry => entry === name || entry.startsWith(`${name}_step-`))
      .map(entry => rm(join(parent, entry), { recursive: true, force: true })),
  );
}

/** Tells a directory from one that had its name before; undefined while there is none. */
async function identify(path: string): Promise<string | undefined> {
  try {
    const { ino, birthtimeNs } = await stat(path, { bigint: true });
    return `${ino}-${birthtimeNs}`;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
