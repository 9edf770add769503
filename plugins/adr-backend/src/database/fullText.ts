import type { Knex } from 'knex';

/** More words than this are a text, not a question. */
const MAX_WORDS = 12;

/** How the words of the records are found: with FTS5 in SQLite, with tsvector in PostgreSQL. */
export interface FullText {
  /** Takes up the words of texts that have been written. */
  add(knex: Knex, ids: readonly string[]): Promise<void>;
  /** Forgets the words of texts that are about to be deleted. */
  remove(knex: Knex, ids: readonly string[]): Promise<void>;
  /** The ids of the records that have all the words, the best first. */
  find(knex: Knex, query: string): Promise<string[]>;
}

/** The words of a question, without what the engines would take for operators. */
export function wordsOf(query: string): string[] {
  return (query.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
}

/** Statements with more values than this are refused by one engine or the other. */
const CHUNK = 400;

function marks(items: readonly unknown[]): string {
  return items.map(() => '?').join(', ');
}

async function inChunks<T>(
  items: readonly T[],
  run: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    await run(items.slice(start, start + CHUNK));
  }
}

const sqlite: FullText = {
  async add(knex, ids) {
    await inChunks(ids, chunk =>
      knex.raw(
        `INSERT INTO texts_index (rowid, title, text) SELECT position, title, text FROM texts WHERE id IN (${marks(
          chunk,
        )})`,
        chunk,
      ),
    );
  },
  async remove(knex, ids) {
    // The index holds no text of its own, so it is told what to forget.
    await inChunks(ids, chunk =>
      knex.raw(
        `INSERT INTO texts_index (texts_index, rowid, title, text) SELECT 'delete', position, title, text FROM texts WHERE id IN (${marks(
          chunk,
        )})`,
        chunk,
      ),
    );
  },
  async find(knex, query) {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const match = words.map(word => `"${word}"*`).join(' ');
    const rows: { id: string }[] = await knex('texts_index')
      .join('texts', 'texts.position', 'texts_index.rowid')
      .select('texts.id')
      .whereRaw('texts_index MATCH ?', [match])
      .orderByRaw('bm25(texts_index, 10, 1)');
    return rows.map(({ id }) => id);
  },
};

const postgres: FullText = {
  // The column is generated from the row of the text itself.
  async add() {},
  async remove() {},
  async find(knex, query) {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const match = words.map(word => `${word}:*`).join(' & ');
    const rows: { id: string }[] = await knex('texts')
      .select('id')
      .whereRaw("words @@ to_tsquery('simple', ?)", [match])
      .orderByRaw("ts_rank(words, to_tsquery('simple', ?)) DESC", [match]);
    return rows.map(({ id }) => id);
  },
};

/** The engine of a database. */
export function fullTextOf(knex: Knex): FullText {
  return String(knex.client.config.client).includes('sqlite')
    ? sqlite
    : postgres;
}
