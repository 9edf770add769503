import type { Knex } from 'knex';
import type { IndexedSource } from '../index/IndexedSource';
import type { Move } from '../index/findMoves';
import { fullTextOf } from './fullText';
import type { DecisionRow, FindingRow, FolderRow, LinkRow } from './rows';

/** Rows of a statement: SQLite counts every value, and refuses more than 32,766. */
const BATCH = 200;

/** Writes what was read of a repository, all of it at once, so that nobody sees half. */
export class IndexWriter {
  readonly #knex: Knex;

  static create(knex: Knex): IndexWriter {
    return new IndexWriter(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Replaces what is stored of a source; `also` runs in the same transaction. */
  async replace(
    source: string,
    indexed: IndexedSource,
    options: { moves: readonly Move[]; also(knex: Knex): Promise<void> },
  ): Promise<void> {
    await this.#knex.transaction(async knex => {
      await removeDecisions(knex, source);
      await insertAll(knex, indexed);
      await recordMoves(knex, source, options.moves);
      await options.also(knex);
    });
  }

  /** Forgets a source and everything that was read of it. */
  async remove(source: string): Promise<void> {
    await this.#knex.transaction(async knex => {
      await removeDecisions(knex, source);
      for (const table of ['moves', 'proposals']) {
        await knex(table).where({ source_id: source }).delete();
      }
      await knex('sources').where({ id: source }).delete();
    });
  }

  /** What a renamed record is looked for among. */
  async listMovable(
    source: string,
  ): Promise<{ path: string; title: string; blob?: string }[]> {
    const rows = await this.#knex<DecisionRow>('decisions')
      .where({ source_id: source })
      .select('path', 'title', 'blob');
    return rows.map(({ path, title, blob }) => ({
      path,
      title,
      blob: blob ?? undefined,
    }));
  }

  /** The texts of a source by the id of their content. */
  async listTexts(source: string): Promise<Map<string, string>> {
    const rows: { blob: string; text: string }[] = await this.#knex('decisions')
      .join('texts', 'texts.id', 'decisions.id')
      .where({ source_id: source })
      .whereNotNull('blob')
      .select('blob', 'text');
    return new Map(rows.map(({ blob, text }) => [blob, text]));
  }
}

async function removeDecisions(knex: Knex, source: string): Promise<void> {
  const rows = await knex<DecisionRow>('decisions')
    .where({ source_id: source })
    .select('id');
  const ids = rows.map(({ id }) => id);
  await fullTextOf(knex).remove(knex, ids);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    // SQLite follows foreign keys only where somebody has told it to.
    await knex('texts').whereIn('id', batch).delete();
    await knex('findings').whereIn('decision_id', batch).delete();
  }
  await knex('links').where({ source_id: source }).delete();
  await knex('decisions').where({ source_id: source }).delete();
  await knex('folders').where({ source_id: source }).delete();
}

async function insertAll(knex: Knex, indexed: IndexedSource): Promise<void> {
  const { folders, decisions, links } = indexed;
  await knex.batchInsert<FolderRow>('folders', folders, BATCH);
  await knex.batchInsert<DecisionRow>(
    'decisions',
    decisions.map(({ row }) => row),
    BATCH,
  );
  await knex.batchInsert(
    'texts',
    decisions.map(({ row: { id, title }, text }) => ({
      id,
      title,
      text,
    })),
    BATCH,
  );
  await fullTextOf(knex).add(
    knex,
    decisions.map(({ row }) => row.id),
  );
  await knex.batchInsert<FindingRow>(
    'findings',
    decisions.flatMap(({ findings }) => findings),
    BATCH,
  );
  await knex.batchInsert<LinkRow>('links', links, BATCH);
}

/** Addresses that led to the old path lead to the new one, and a path that is in use leads to nothing else. */
async function recordMoves(
  knex: Knex,
  source: string,
  moves: readonly Move[],
): Promise<void> {
  for (const { oldPath, newPath } of moves) {
    await knex('moves')
      .where({ source_id: source, new_path: oldPath })
      .update({ new_path: newPath });
    await knex('moves')
      .insert({ source_id: source, old_path: oldPath, new_path: newPath })
      .onConflict(['source_id', 'old_path'])
      .merge();
    await knex('moves')
      .where({ source_id: source, old_path: newPath })
      .delete();
  }
}
