import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';

const TABLE = 'groundwork_reservations';

interface Row {
  name: string;
  task_id: string;
}

/**
 * Lets one task at a time take a name.
 *
 * @remarks
 * Between the check that a name is free and the moment when the catalog has it, a second task would find it free, too. A
 * name stays with its task, also on another replica and over a restart, so that a later attempt knows its own. Once the
 * task has ended, the next one that wants the name takes it.
 */
export class NameReservations {
  readonly #knex: Knex;
  readonly #isOver: (taskId: string) => Promise<boolean>;

  static create(options: {
    knex: Knex;
    /** Whether a task has ended, however it did. */
    isOver: (taskId: string) => Promise<boolean>;
  }): NameReservations {
    return new NameReservations(options.knex, options.isOver);
  }

  private constructor(
    knex: Knex,
    isOver: (taskId: string) => Promise<boolean>,
  ) {
    this.#knex = knex;
    this.#isOver = isOver;
  }

  /**
   * Takes all names or none.
   *
   * @returns whether the task had them already, from an attempt that did not finish
   */
  async take(
    names: readonly string[],
    taskId: string,
  ): Promise<{ isResumed: boolean }> {
    const held = await this.#rows()
      .whereIn('name', names)
      .andWhere({ task_id: taskId });
    const isResumed = held.length === names.length;
    try {
      // Always in the same order, so that of two tasks that want the same names one gets them.
      for (const name of [...names].sort()) {
        await this.#takeOne(name, taskId);
      }
    } catch (error) {
      if (!isResumed) {
        await this.release(taskId);
      }
      throw error;
    }
    return { isResumed };
  }

  /** Gives back every name of a task. */
  async release(taskId: string): Promise<void> {
    await this.#rows().where({ task_id: taskId }).delete();
  }

  async #takeOne(name: string, taskId: string): Promise<void> {
    await this.#rows()
      .insert({ name, task_id: taskId })
      .onConflict('name')
      .ignore();
    const row = await this.#rows().where({ name }).first();
    if (row?.task_id === taskId) {
      return;
    }
    const isFree = !row || (await this.#isOver(row.task_id));
    const taken = isFree ? await this.#takeOver(name, row, taskId) : 0;
    if (taken === 0) {
      throw new ConflictError(
        `${name} is being created by another task right now; choose another name, or look at what that task makes of it`,
      );
    }
  }

  /** Only from the task that was looked at: somebody else may have been faster. */
  async #takeOver(
    name: string,
    row: Row | undefined,
    taskId: string,
  ): Promise<number> {
    return row
      ? this.#rows()
          .where({ name, task_id: row.task_id })
          .update({ task_id: taskId })
      : 0;
  }

  #rows(): Knex.QueryBuilder<Row, Row[]> {
    return this.#knex<Row>(TABLE);
  }
}
