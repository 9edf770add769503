import { NotFoundError } from '@backstage/errors';
import {
  parseAddress,
  type DecisionPage,
  type LinkedSummary,
  type LinkType,
  type ResolvedAddress,
  type TimelineMonth,
} from '@groundwork/plugin-adr-common';
import type { MayRead } from '../access/ReadableEntities';
import type {
  DecisionReader,
  FacetRow,
  SummaryRow,
} from '../database/DecisionReader';
import type { DecisionRow, LinkRow } from '../database/rows';
import { decisionId } from '../digest';
import type { DecisionQuery } from './DecisionQuery';
import { applyFacets } from './facets';
import { sortRows } from './sortRows';
import { byDate, toSummary } from './summaries';

/** Answers questions about the decisions that somebody may read. */
export class DecisionLog {
  readonly #reader: DecisionReader;

  static create(reader: DecisionReader): DecisionLog {
    return new DecisionLog(reader);
  }

  private constructor(reader: DecisionReader) {
    this.#reader = reader;
  }

  /** A page of the decisions that match, and what they could be narrowed to. */
  async list(query: DecisionQuery, mayRead: MayRead): Promise<DecisionPage> {
    const { candidates, rank } = await this.#findCandidates(query, mayRead);
    const { rows, facets } = applyFacets(candidates, query.facets);
    const sorted = sortRows(rows, query, rank);
    const page = sorted.slice(query.offset, query.offset + query.limit);
    const items = await this.#reader.listByIds(page.map(({ id }) => id));
    return { items: items.map(toSummary), total: rows.length, facets };
  }

  /** How many decisions were made in each month, by system; without a date they are in none. */
  async timeline(
    query: DecisionQuery,
    mayRead: MayRead,
  ): Promise<TimelineMonth[]> {
    const { candidates } = await this.#findCandidates(query, mayRead);
    const months = new Map<string, Map<string, number>>();
    for (const row of applyFacets(candidates, query.facets).rows) {
      if (!row.date) continue;
      const month = row.date.slice(0, 7);
      const systems = months.get(month) ?? new Map<string, number>();
      const system = row.system_ref ?? '';
      systems.set(system, (systems.get(system) ?? 0) + 1);
      months.set(month, systems);
    }
    return [...months].sort(([a], [b]) => (a < b ? 1 : -1)).map(toMonth);
  }

  /** What an address leads to: a record, the one that it has become, or those with the number that it names. */
  async resolve(address: string, mayRead: MayRead): Promise<ResolvedAddress> {
    const parsed = parseAddress(address);
    const readable =
      parsed &&
      (await this.#resolveParsed(parsed.source, parsed.path, mayRead));
    if (!readable) {
      throw new NotFoundError('There is no decision at this address');
    }
    return readable;
  }

  async #resolveParsed(
    source: string,
    path: string,
    mayRead: MayRead,
  ): Promise<ResolvedAddress | undefined> {
    const row = await this.#reader.find(decisionId({ source, path }));
    if (row && mayRead(row.entity_ref)) {
      return { type: 'decision', id: row.id };
    }
    const newPath = await this.#reader.findMove(source, path);
    const moved =
      newPath &&
      (await this.#reader.find(decisionId({ source, path: newPath })));
    if (moved && mayRead(moved.entity_ref)) {
      return { type: 'moved', address: { source, path: moved.path } };
    }
    return this.#resolveNumber(source, path, mayRead);
  }

  async #resolveNumber(
    source: string,
    path: string,
    mayRead: MayRead,
  ): Promise<ResolvedAddress | undefined> {
    const number = /^(?:adr-)?0*(\d{1,5})$/i.exec(path)?.[1];
    if (number === undefined) return undefined;
    const rows = (await this.#reader.listWhere({ source_id: source })).filter(
      row => row.number === Number(number) && mayRead(row.entity_ref),
    );
    if (rows.length === 0) return undefined;
    return rows.length === 1
      ? { type: 'moved', address: { source, path: rows[0].path } }
      : { type: 'several', items: rows.sort(byDate).map(toSummary) };
  }

  /** A stored record; to somebody who may not read it, it is not there. */
  async require(id: string, mayRead: MayRead): Promise<DecisionRow> {
    const row = await this.#reader.find(id);
    if (!row || !mayRead(row.entity_ref)) {
      throw new NotFoundError('There is no decision with this id');
    }
    return row;
  }

  /** The decisions that a record is linked with, as far as the reader may know of them. */
  async linksOf(id: string, mayRead: MayRead): Promise<LinkedSummary[]> {
    const links = mergeLinks(await this.#reader.listLinks([id]), id);
    const rows = await this.#reader.listByIds(links.map(({ other }) => other));
    const byId = new Map(rows.map(row => [row.id, row]));
    return links
      .flatMap(({ other, type, statedBy }) => {
        const row = byId.get(other);
        return row && mayRead(row.entity_ref) ? [{ row, type, statedBy }] : [];
      })
      .sort((a, b) => byDate(a.row, b.row))
      .map(({ row, type, statedBy }) => toLinked(row, { type, statedBy }));
  }

  async #findCandidates(
    query: DecisionQuery,
    mayRead: MayRead,
  ): Promise<{ candidates: FacetRow[]; rank?: Map<string, number> }> {
    const [rows, found] = await Promise.all([
      this.#reader.listFacetRows(),
      query.text ? this.#reader.findByWords(query.text) : undefined,
    ]);
    const rank = found && new Map(found.map((id, index) => [id, index]));
    const candidates = rows.filter(
      row =>
        mayRead(row.entity_ref) &&
        (!rank || rank.has(row.id)) &&
        (!query.entityRef || row.entity_ref === query.entityRef) &&
        (!query.month || row.date?.startsWith(query.month)),
    );
    return { candidates, rank };
  }
}

function toMonth([month, systems]: [
  string,
  Map<string, number>,
]): TimelineMonth {
  const counts = [...systems]
    .map(([systemRef, count]) => (systemRef ? { systemRef, count } : { count }))
    .sort((a, b) => b.count - a.count);
  return {
    month,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    systems: counts,
  };
}

interface MergedLink {
  other: string;
  type: LinkType;
  statedBy: LinkedSummary['statedBy'];
}

const INVERSE: Record<string, LinkType> = {
  supersedes: 'superseded-by',
  amends: 'amended-by',
  relates: 'relates',
};

/** Two repositories may state the same link, each from its end. */
function mergeLinks(rows: readonly LinkRow[], id: string): MergedLink[] {
  const merged = new Map<string, MergedLink>();
  for (const row of rows) {
    const isFrom = row.from_id === id;
    const other = isFrom ? row.to_id : row.from_id;
    // Written by the index from the types of edges.
    const type = isFrom ? (row.type as LinkType) : INVERSE[row.type];
    const here = isFrom ? row.from_line : row.to_line;
    const there = isFrom ? row.to_line : row.from_line;
    const before = merged.get(`${type} ${other}`)?.statedBy;
    const isHere = here !== null || before === 'this' || before === 'both';
    const isThere = there !== null || before === 'other' || before === 'both';
    const stated = isHere ? 'this' : 'other';
    merged.set(`${type} ${other}`, {
      other,
      type,
      statedBy: isHere && isThere ? 'both' : stated,
    });
  }
  return [...merged.values()];
}

function toLinked(
  row: SummaryRow,
  link: Pick<LinkedSummary, 'type' | 'statedBy'>,
): LinkedSummary {
  const { id, source, path, number, title, status, date } = toSummary(row);
  return { id, source, path, number, title, status, date, ...link };
}
