import type { Knex } from 'knex';
import { fullTextOf } from './fullText';
import type { DecisionRow, FindingRow, FolderRow, LinkRow } from './rows';

/** What lists and facets are made of, small enough to be read for every record. */
export type FacetRow = Pick<
  DecisionRow,
  | 'id'
  | 'number'
  | 'title'
  | 'status'
  | 'date'
  | 'format'
  | 'entity_ref'
  | 'owner_ref'
  | 'system_ref'
  | 'tags'
  | 'rules'
>;

const FACET_COLUMNS = [
  'id',
  'number',
  'title',
  'status',
  'date',
  'format',
  'entity_ref',
  'owner_ref',
  'system_ref',
  'tags',
  'rules',
] as const;

/** What a summary shows; the details of a record stay where they are. */
export type SummaryRow = Omit<DecisionRow, 'details' | 'blob'>;

const SUMMARY_COLUMNS = [
  ...FACET_COLUMNS,
  'source_id',
  'folder',
  'path',
  'chosen_option',
  'affects',
  'people',
] as const;

/** Values in one statement. */
const BATCH = 400;

/** Reads the log; who may see what is decided by whoever asks. */
export class DecisionReader {
  readonly #knex: Knex;

  static create(knex: Knex): DecisionReader {
    return new DecisionReader(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  listFacetRows(): Promise<FacetRow[]> {
    return this.#knex<DecisionRow>('decisions').select(...FACET_COLUMNS);
  }

  /** The ids of the records with all the words, the best first. */
  findByWords(query: string): Promise<string[]> {
    return fullTextOf(this.#knex).find(this.#knex, query);
  }

  /** Summaries in the order of the ids. */
  async listByIds(ids: readonly string[]): Promise<SummaryRow[]> {
    const rows = await this.#inBatches(ids, batch =>
      this.#knex<DecisionRow>('decisions')
        .whereIn('id', batch)
        .select(...SUMMARY_COLUMNS),
    );
    const byId = new Map(rows.map(row => [row.id, row]));
    return ids.flatMap(id => byId.get(id) ?? []);
  }

  listWhere(
    where: Partial<Pick<DecisionRow, 'status' | 'system_ref' | 'source_id'>>,
  ): Promise<SummaryRow[]> {
    return this.#knex<DecisionRow>('decisions')
      .where(where)
      .select(...SUMMARY_COLUMNS);
  }

  listOfEntities(entityRefs: readonly string[]): Promise<SummaryRow[]> {
    return this.#knex<DecisionRow>('decisions')
      .whereIn('entity_ref', entityRefs)
      .select(...SUMMARY_COLUMNS);
  }

  listAffecting(): Promise<SummaryRow[]> {
    return this.#knex<DecisionRow>('decisions')
      .whereNot({ affects: '[]' })
      .select(...SUMMARY_COLUMNS);
  }

  find(id: string): Promise<DecisionRow | undefined> {
    return this.#knex<DecisionRow>('decisions').where({ id }).first();
  }

  async findText(id: string): Promise<string | undefined> {
    const row: { text: string } | undefined = await this.#knex('texts')
      .where({ id })
      .select('text')
      .first();
    return row?.text;
  }

  /** A page of whole records for the search, in the order of their ids. */
  listDocuments(
    after: string,
    limit: number,
  ): Promise<Array<SummaryRow & { text: string }>> {
    return this.#knex('decisions')
      .join('texts', 'texts.id', 'decisions.id')
      .where('decisions.id', '>', after)
      .orderBy('decisions.id')
      .limit(limit)
      .select(
        ...SUMMARY_COLUMNS.map(column => `decisions.${column}`),
        'texts.text',
      );
  }

  listFindings(id: string): Promise<FindingRow[]> {
    return this.#knex<FindingRow>('findings')
      .where({ decision_id: id })
      .orderBy(['line', 'rule'])
      .select();
  }

  /** The links of some records, from either end. */
  async listLinks(ids: readonly string[]): Promise<LinkRow[]> {
    const rows = [
      ...(await this.#inBatches(ids, batch =>
        this.#knex<LinkRow>('links').whereIn('from_id', batch).select(),
      )),
      ...(await this.#inBatches(ids, batch =>
        this.#knex<LinkRow>('links').whereIn('to_id', batch).select(),
      )),
    ];
    const seen = new Map(
      rows.map(row => [
        `${row.source_id} ${row.from_id} ${row.to_id} ${row.type}`,
        row,
      ]),
    );
    return [...seen.values()];
  }

  listFolders(): Promise<FolderRow[]> {
    return this.#knex<FolderRow>('folders').select();
  }

  /** Every entity that there are decisions or proposals about. */
  async listEntityRefs(): Promise<string[]> {
    const [folders, proposals] = await Promise.all([
      this.#knex<FolderRow>('folders').distinct('entity_ref'),
      this.#knex('proposals').distinct('entity_ref'),
    ]);
    return [
      ...new Set([...folders, ...proposals].map(({ entity_ref: ref }) => ref)),
    ];
  }

  async findMove(source: string, path: string): Promise<string | undefined> {
    const row: { new_path: string } | undefined = await this.#knex('moves')
      .where({ source_id: source, old_path: path })
      .first('new_path');
    return row?.new_path;
  }

  async #inBatches<T>(
    ids: readonly string[],
    read: (batch: string[]) => PromiseLike<T[]>,
  ): Promise<T[]> {
    const rows: T[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      rows.push(...(await read(ids.slice(start, start + BATCH))));
    }
    return rows;
  }
}
