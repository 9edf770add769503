import type { GraphPayload } from '@groundwork/plugin-adr-common';
import type { MayRead } from '../access/ReadableEntities';
import type { DecisionReader, SummaryRow } from '../database/DecisionReader';
import { byDate, toSummary } from './summaries';

/** More than this cannot be told apart on a screen. */
const MAX_NODES = 500;

/** What a graph is drawn of. */
export interface GraphQuery {
  systemRef?: string;
  source?: string;
  /** Whether mere references are edges, too. */
  relates: boolean;
}

/** Draws which decisions replaced which, and what else binds them. */
export class DecisionGraphs {
  readonly #reader: DecisionReader;

  static create(reader: DecisionReader): DecisionGraphs {
    return new DecisionGraphs(reader);
  }

  private constructor(reader: DecisionReader) {
    this.#reader = reader;
  }

  /** The decisions of a system or a repository, and those elsewhere that they are linked with. */
  async draw(query: GraphQuery, mayRead: MayRead): Promise<GraphPayload> {
    const own = (
      await this.#reader.listWhere({
        ...(query.systemRef !== undefined && { system_ref: query.systemRef }),
        ...(query.source !== undefined && { source_id: query.source }),
      })
    )
      .filter(row => mayRead(row.entity_ref))
      .sort(byDate);
    const links = (
      await this.#reader.listLinks(own.map(({ id }) => id))
    ).filter(({ type }) => query.relates || type !== 'relates');
    const known = new Set(own.map(({ id }) => id));
    const others = links
      .flatMap(link => [link.from_id, link.to_id])
      .filter(id => !known.has(id));
    const neighbours = (
      await this.#reader.listByIds([...new Set(others)])
    ).filter(row => mayRead(row.entity_ref));
    const nodes = pick([...own, ...neighbours], links);
    const shown = new Set(nodes.map(({ id }) => id));
    const edges = new Map(
      links
        .filter(link => shown.has(link.from_id) && shown.has(link.to_id))
        .map(({ from_id: from, to_id: to, type }) => [
          `${from} ${to} ${type}`,
          // Written by the index from the types of edges.
          { from, to, type: type as GraphPayload['edges'][number]['type'] },
        ]),
    );
    return {
      nodes: nodes.map(toSummary),
      edges: [...edges.values()],
      isCut: own.length + neighbours.length > nodes.length,
    };
  }
}

/** When not all fit, those that are linked come first: the others say nothing in a graph. */
function pick(
  rows: SummaryRow[],
  links: readonly { from_id: string; to_id: string }[],
): SummaryRow[] {
  if (rows.length <= MAX_NODES) return rows;
  const linked = new Set(links.flatMap(link => [link.from_id, link.to_id]));
  return [
    ...rows.filter(({ id }) => linked.has(id)),
    ...rows.filter(({ id }) => !linked.has(id)),
  ].slice(0, MAX_NODES);
}
