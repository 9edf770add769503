import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { findSecretNames } from '../template/findSecretNames';

/** The table of the scaffolder; it has no API for what is needed here. */
const TABLE = 'tasks';

/** What the scaffolder itself puts among the secrets: as whom the task runs. */
const OWN_SECRETS = ['backstageToken', '__initiatorCredentials'];

interface Row {
  id: string;
  spec: string;
  state: string | null;
  secrets: string | null;
}

interface State {
  steps?: Record<string, unknown>;
  checkpoints?: Record<string, unknown>;
}

/** Prepares the record of a task for an attempt that begins at the first step. */
export class TaskRecords {
  readonly #knex: Knex;
  readonly #isSqlite: boolean;

  /**
   * Opens the table.
   *
   * @remarks
   * Each line of a log is a row, so SQLite writes ahead instead of syncing the disk for it. What is deleted can be a secret, so it
   * is overwritten.
   */
  static async create(knex: Knex): Promise<TaskRecords> {
    const isSqlite = knex.client.config.client === 'better-sqlite3';
    if (isSqlite) {
      await knex.raw('PRAGMA journal_mode = WAL');
      await knex.raw('PRAGMA synchronous = NORMAL');
      await knex.raw('PRAGMA secure_delete = ON');
    }
    return new TaskRecords(knex, isSqlite);
  }

  private constructor(knex: Knex, isSqlite: boolean) {
    this.#knex = knex;
    this.#isSqlite = isSqlite;
  }

  /**
   * Forgets which steps are done, and the secrets of the form, which only the attempt that begins has in memory.
   *
   * @remarks
   * What a step has put in a checkpoint stays: by it a stock action knows that it must not create something twice. An attempt
   * that has lost its secrets is refused, because steps would go on with empty values.
   */
  async beginAttempt(taskId: string): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const row = await transaction<Row>(TABLE).where({ id: taskId }).first();
      if (!row) {
        return;
      }
      const secrets = parseSecrets(row);
      if (row.state !== null) {
        refuseLostSecrets(row, secrets);
      }
      const { checkpoints = {} } = parseState(row);
      await transaction<Row>(TABLE)
        .where({ id: taskId })
        .update({
          state: JSON.stringify({ state: { checkpoints, steps: {} } }),
          secrets: JSON.stringify(
            Object.fromEntries(
              Object.entries(secrets).filter(([name]) =>
                OWN_SECRETS.includes(name),
              ),
            ),
          ),
        });
    });
    if (this.#isSqlite) {
      // The journal still has the row as it was.
      await this.#knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    }
  }
}

function refuseLostSecrets({ spec }: Row, secrets: object): void {
  const { steps, output } = JSON.parse(spec);
  const lost = findSecretNames({ steps, output }).filter(
    name => !(name in secrets),
  );
  if (lost.length > 0) {
    throw new InputError(
      `The task was cut off, and what was typed as ${lost.join(
        ', ',
      )} is not kept. Start over from the form; your other answers are still there`,
    );
  }
}

function parseSecrets({ secrets }: Row): Record<string, string> {
  return secrets === null ? {} : JSON.parse(secrets);
}

function parseState({ state }: Row): State {
  return state === null ? {} : JSON.parse(state).state ?? {};
}
