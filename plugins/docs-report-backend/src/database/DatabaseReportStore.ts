import type {
  DocsReport,
  DocsReportSummary,
  Report,
} from '@groundwork/plugin-docs-report-common';
import type { Knex } from 'knex';

/** What is kept about an entity in a list; the catalog knows the rest. */
export type StoredSummary = Omit<DocsReportSummary, 'title' | 'owners'>;

interface Row {
  entity_ref: string;
  /** PostgreSQL gives 64-bit numbers as text. */
  checked_at: number | string | null;
  pages: number | null;
  counts: string | null;
  findings: string | null;
  failed_at: number | string | null;
  failure: string | null;
}

const TABLE = 'docs_reports';
const SUMMARY = [
  'entity_ref',
  'checked_at',
  'pages',
  'counts',
  'failed_at',
  'failure',
] as const;

/** Keeps the newest report of each entity in the plugin's database. */
export class DatabaseReportStore {
  readonly #knex: Knex;

  static create(knex: Knex): DatabaseReportStore {
    return new DatabaseReportStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes the place of an earlier report, and ends a failure. */
  async saveReport(entityRef: string, report: Report, at: Date): Promise<void> {
    await this.#save({
      entity_ref: entityRef,
      checked_at: at.getTime(),
      pages: report.pages,
      counts: JSON.stringify(report.counts),
      findings: JSON.stringify(report.findings),
      failed_at: null,
      failure: null,
    });
  }

  /** Leaves the report of an earlier build as it is. */
  async saveFailure(entityRef: string, failure: string, at: Date) {
    await this.#save({
      entity_ref: entityRef,
      failed_at: at.getTime(),
      failure,
    });
  }

  async find(entityRef: string): Promise<DocsReport | undefined> {
    const row = await this.#knex<Row>(TABLE)
      .where({ entity_ref: entityRef })
      .first();
    return row && readReport(row);
  }

  async list(): Promise<StoredSummary[]> {
    const rows = await this.#knex<Row>(TABLE)
      .select(...SUMMARY)
      .orderBy('entity_ref');
    return rows.map(readSummary);
  }

  async delete(entityRefs: string[]): Promise<void> {
    for (const entityRef of entityRefs) {
      await this.#knex<Row>(TABLE).where({ entity_ref: entityRef }).delete();
    }
  }

  async #save(row: Partial<Row> & Pick<Row, 'entity_ref'>): Promise<void> {
    await this.#knex<Row>(TABLE).insert(row).onConflict('entity_ref').merge();
  }
}

function readReport(row: Row): DocsReport {
  const { pages, counts, ...summary } = readSummary(row);
  return {
    ...summary,
    ...(pages !== undefined &&
      counts && {
        report: { pages, counts, findings: JSON.parse(row.findings ?? '[]') },
      }),
  };
}

function readSummary(row: Omit<Row, 'findings'>): StoredSummary {
  return {
    entityRef: row.entity_ref,
    ...(row.checked_at !== null && {
      checkedAt: formatTime(row.checked_at),
      pages: row.pages ?? 0,
      counts: JSON.parse(row.counts ?? '{}'),
    }),
    ...(row.failed_at !== null && {
      failure: { reason: row.failure ?? '', at: formatTime(row.failed_at) },
    }),
  };
}

function formatTime(milliseconds: number | string): string {
  return new Date(Number(milliseconds)).toISOString();
}
