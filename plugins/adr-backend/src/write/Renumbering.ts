import { ConflictError, isError } from '@backstage/errors';
import {
  followRenumbering,
  padNumber,
  renumberedPath,
  renumberRecord,
  seriesOf,
  type OpenedChange,
} from '@groundwork/plugin-adr-common';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import type { DecisionReader, SummaryRow } from '../database/DecisionReader';
import type { ProposalStore } from '../database/ProposalStore';
import type { SourcePlan } from '../sources/SourcePlan';
import type { ChangeWriter, OpenRepository } from './ChangeWriter';
import { nextNumber, readTakenNames } from './takenNumbers';

const MAX_ATTEMPTS = 25;

/** Gives the later one of two records with the same number another one, and leads the links to it there. */
export class Renumbering {
  readonly #changes: ChangeWriter;
  readonly #reader: DecisionReader;
  readonly #proposals: ProposalStore;

  static create(options: {
    changes: ChangeWriter;
    reader: DecisionReader;
    proposals: ProposalStore;
  }): Renumbering {
    return new Renumbering(options);
  }

  private constructor(options: {
    changes: ChangeWriter;
    reader: DecisionReader;
    proposals: ProposalStore;
  }) {
    this.#changes = options.changes;
    this.#reader = options.reader;
    this.#proposals = options.proposals;
  }

  /** Opens a change that renumbers the later one of the records that share the number of this one. */
  async renumber(
    plan: SourcePlan,
    row: Pick<SummaryRow, 'path' | 'number' | 'source_id'>,
    actor: Actor,
  ): Promise<OpenedChange> {
    const rows = await this.#reader.listWhere({ source_id: row.source_id });
    const namesakes = rows.filter(
      other =>
        row.number !== null &&
        other.number === row.number &&
        seriesOf(other.path) === seriesOf(row.path),
    );
    if (row.number === null || namesakes.length < 2) {
      throw new ConflictError('No other record has the number of this one');
    }
    const repository = await this.#changes.open(plan);
    const later = await findLatest(repository, namesakes);
    return this.#open(repository, {
      plan,
      record: { path: later.path, number: row.number },
      others: rows,
      actor,
    });
  }

  async #open(
    repository: OpenRepository,
    options: {
      plan: SourcePlan;
      record: { path: string; number: number };
      others: SummaryRow[];
      actor: Actor;
    },
  ): Promise<OpenedChange> {
    const { plan, record, actor } = options;
    const folder = seriesOf(record.path);
    const taken = await readTakenNames(
      repository,
      folder,
      await this.#proposals.list([plan.id]),
    );
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const number = nextNumber(taken.numbers);
      const path = renumberedPath(record.path, number);
      try {
        const change = await this.#changes.propose(repository, {
          title: `ADR ${padNumber(record.number)}: renumber to ${padNumber(
            number,
          )}`,
          description: `Another record has the number ${padNumber(
            record.number,
          )} already. ${record.path} becomes ${path}; links to it follow.`,
          sourceBranch: `adr/renumber/${padNumber(number, taken.width)}`,
          edits: await this.#createEdits(repository, { ...options, number }),
          actor,
        });
        return { change: change.number, changeUrl: change.url, path, number };
      } catch (error) {
        if (!isError(error) || error.name !== 'ConflictError') throw error;
        taken.numbers.add(number);
      }
    }
    throw new ConflictError(`No free number was found in ${folder}`);
  }

  async #createEdits(
    repository: OpenRepository,
    options: {
      record: { path: string; number: number };
      others: SummaryRow[];
      number: number;
    },
  ): Promise<FileEdit[]> {
    const { record, others, number } = options;
    const read = (path: string) =>
      this.#changes.readText(repository, path, repository.head);
    const edits: FileEdit[] = [
      { path: record.path },
      {
        path: renumberedPath(record.path, number),
        content: renumberRecord(await read(record.path), record, number),
      },
    ];
    for (const { path } of others) {
      if (path === record.path) continue;
      const text = await read(path);
      const content = followRenumbering(text, record, number);
      if (content !== text) edits.push({ path, content });
    }
    return edits;
  }
}

/** The record that came into the repository last. */
async function findLatest(
  { host, name, head }: OpenRepository,
  rows: readonly SummaryRow[],
): Promise<SummaryRow> {
  const dated = await Promise.all(
    rows.map(async row => {
      let at = '';
      let cursor: string | undefined;
      do {
        const page = await host.listCommits({
          ...name,
          path: row.path,
          revision: head,
          limit: 100,
          cursor,
        });
        at = page.items.at(-1)?.committedAt ?? at;
        cursor = page.nextCursor;
      } while (cursor);
      return { row, at: Date.parse(at) || 0 };
    }),
  );
  return dated.sort(
    (a, b) => b.at - a.at || (a.row.path < b.row.path ? 1 : -1),
  )[0].row;
}
