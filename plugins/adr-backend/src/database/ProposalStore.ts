import type { Knex } from 'knex';
import type { DecisionStatus } from '@groundwork/plugin-adr-common';
import type { ProposalRow } from './rows';

/** A decision that an open change would add. */
export interface StoredProposal {
  id: string;
  source: string;
  change: number;
  changeUrl: string;
  /** The commit of the change that was read. */
  head: string;
  author: string;
  folder: string;
  path: string;
  entityRef: string;
  ownerRef?: string;
  number?: number;
  title: string;
  status: DecisionStatus;
  date?: string;
  decisionMakers: string[];
  /** Paths of the records of the repository that it would supersede. */
  supersedes: string[];
}

/** Keeps the decisions that are proposed in open changes. */
export class ProposalStore {
  readonly #knex: Knex;

  static create(knex: Knex): ProposalStore {
    return new ProposalStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of some sources; of all when none are named. */
  async list(sources?: readonly string[]): Promise<StoredProposal[]> {
    const query = this.#knex<ProposalRow>('proposals')
      .orderBy(['source_id', 'change', 'path'])
      .select('record');
    if (sources) query.whereIn('source_id', sources);
    const rows: Pick<ProposalRow, 'record'>[] = await query;
    // Written by this class.
    return rows.map(({ record }) => JSON.parse(record) as StoredProposal);
  }

  async find(id: string): Promise<StoredProposal | undefined> {
    const row = await this.#knex<ProposalRow>('proposals')
      .where({ id })
      .first();
    return row && (JSON.parse(row.record) as StoredProposal);
  }

  /** Replaces those of a source. */
  async replace(
    source: string,
    proposals: readonly StoredProposal[],
  ): Promise<void> {
    await this.#knex.transaction(async knex => {
      await knex('proposals').where({ source_id: source }).delete();
      await knex.batchInsert<ProposalRow>(
        'proposals',
        proposals.map(proposal => ({
          id: proposal.id,
          source_id: source,
          change: proposal.change,
          folder: proposal.folder,
          path: proposal.path,
          entity_ref: proposal.entityRef,
          owner_ref: proposal.ownerRef ?? null,
          record: JSON.stringify(proposal),
        })),
        200,
      );
    });
  }
}
