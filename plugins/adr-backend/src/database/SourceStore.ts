import type { Knex } from 'knex';
import type { SourcePlan } from '../sources/SourcePlan';
import { toMillis, type SourceRow } from './rows';

/** A source as it is stored. */
export interface StoredSource {
  plan: SourcePlan;
  fingerprint?: string;
  commit?: string;
  checkedOn?: string;
  readAt?: number;
  triedAt?: number;
  error?: string;
  missingSince?: number;
}

function toSource(row: SourceRow): StoredSource {
  return {
    // Written by this class.
    plan: JSON.parse(row.plan) as SourcePlan,
    fingerprint: row.fingerprint ?? undefined,
    commit: row.commit ?? undefined,
    checkedOn: row.checked_on ?? undefined,
    readAt: toMillis(row.read_at),
    triedAt: toMillis(row.tried_at),
    error: row.error ?? undefined,
    missingSince: toMillis(row.missing_since),
  };
}

/** Keeps which repositories are read, and how that went. */
export class SourceStore {
  readonly #knex: Knex;

  static create(knex: Knex): SourceStore {
    return new SourceStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<StoredSource[]> {
    const rows = await this.#knex<SourceRow>('sources').select().orderBy('id');
    return rows.map(toSource);
  }

  async find(id: string): Promise<StoredSource | undefined> {
    const row = await this.#knex<SourceRow>('sources').where({ id }).first();
    return row && toSource(row);
  }

  /** Sources of an entity that could not be read the last time, or never. */
  async listFailed(): Promise<StoredSource[]> {
    const rows = await this.#knex<SourceRow>('sources')
      .whereNotNull('error')
      .whereNull('missing_since')
      .select()
      .orderBy('id');
    return rows.map(toSource);
  }

  /**
   * Takes up what the catalog says now; what it no longer knows stays until its time is over.
   *
   * @returns the sources whose time is over
   */
  async replacePlans(
    plans: readonly SourcePlan[],
    options: { now: number; retentionMs: number },
  ): Promise<string[]> {
    const known = new Set(plans.map(({ id }) => id));
    return this.#knex.transaction(async knex => {
      const stored = await knex<SourceRow>('sources').select();
      const before = new Map(stored.map(row => [row.id, row]));
      for (const plan of plans) {
        await savePlan(knex, plan, before.get(plan.id));
      }
      const gone = stored.filter(({ id }) => !known.has(id));
      for (const { id, missing_since: since } of gone) {
        if (since === null) {
          await knex<SourceRow>('sources')
            .where({ id })
            .update({ missing_since: options.now });
        }
      }
      return gone
        .filter(
          ({ missing_since: since }) =>
            since !== null && Number(since) + options.retentionMs < options.now,
        )
        .map(({ id }) => id);
    });
  }

  async noteRead(
    id: string,
    read: {
      fingerprint: string;
      commit?: string;
      checkedOn: string;
      at: number;
    },
    knex: Knex = this.#knex,
  ): Promise<void> {
    await knex<SourceRow>('sources')
      .where({ id })
      .update({
        fingerprint: read.fingerprint,
        commit: read.commit ?? null,
        checked_on: read.checkedOn,
        read_at: read.at,
        tried_at: read.at,
        error: null,
      });
  }

  /** Nothing has changed: what is stored is as fresh as if it had been read again. */
  async noteUnchanged(id: string, at: number): Promise<void> {
    await this.#knex<SourceRow>('sources')
      .where({ id })
      .update({ read_at: at, tried_at: at, error: null });
  }

  async noteFailure(id: string, error: string, at: number): Promise<void> {
    await this.#knex<SourceRow>('sources')
      .where({ id })
      .update({ error: error.slice(0, 1_000), tried_at: at });
  }
}

/** A plan that has changed is due at once, whenever the source was read last. */
async function savePlan(
  knex: Knex,
  plan: SourcePlan,
  before: SourceRow | undefined,
): Promise<void> {
  const text = JSON.stringify(plan);
  if (!before) {
    await knex<SourceRow>('sources').insert({ id: plan.id, plan: text });
  } else if (before.plan !== text || before.missing_since !== null) {
    await knex<SourceRow>('sources')
      .where({ id: plan.id })
      .update({ plan: text, missing_since: null, tried_at: null });
  }
}
