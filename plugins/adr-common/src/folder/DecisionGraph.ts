import type {
  DecisionReference,
  LinkType,
  ParsedDecision,
} from '../model/Decision';
import { compareText } from './readFolder';
import { RecordIndex } from './RecordIndex';

/** The three kinds of edges; the other types are the same edges seen from the other end. */
export type EdgeType = 'supersedes' | 'amends' | 'relates';

/** A link between two records: the later one supersedes, amends, or relates to the earlier one. */
export interface DecisionEdge {
  type: EdgeType;
  from: string;
  to: string;
  /** The line in the record at either end that says so. */
  fromLine?: number;
  toLine?: number;
}

/** A link as one of its ends sees it. */
export interface DecisionLink {
  type: LinkType;
  path: string;
  /** Which records say so: this one, the other one, or both. */
  statedBy: 'this' | 'other' | 'both';
  line?: number;
}

/** A reference that leads to no record. */
export interface DanglingReference extends DecisionReference {
  path: string;
}

const STRENGTH: Record<EdgeType, number> = {
  supersedes: 3,
  amends: 2,
  relates: 1,
};

const INVERSE: Record<EdgeType, LinkType> = {
  supersedes: 'superseded-by',
  amends: 'amended-by',
  relates: 'relates',
};

function directed(type: LinkType): { type: EdgeType; isReversed: boolean } {
  if (type === 'superseded-by') return { type: 'supersedes', isReversed: true };
  if (type === 'amended-by') return { type: 'amends', isReversed: true };
  return { type, isReversed: false };
}

/** Finds a record outside of those that are known here, such as one of another repository. */
export type FindElsewhere = (
  reference: DecisionReference,
) => string | undefined;

/** Who refers to whom among the records of a source, from both ends. */
export class DecisionGraph {
  readonly edges: readonly DecisionEdge[];
  readonly dangling: readonly DanglingReference[];
  readonly #links = new Map<string, DecisionLink[]>();

  /** Resolves the references of the records; what one end says holds for both. */
  static create(
    records: readonly ParsedDecision[],
    findElsewhere: FindElsewhere = () => undefined,
  ): DecisionGraph {
    const index = RecordIndex.create(records);
    const edges = new Map<string, DecisionEdge>();
    const dangling: DanglingReference[] = [];
    for (const record of records) {
      for (const reference of record.references) {
        const to =
          index.find(record, reference)?.path ?? findElsewhere(reference);
        if (to === undefined) {
          dangling.push({ ...reference, path: record.path });
        } else if (to !== record.path) {
          addEdge(edges, { path: record.path, target: to, reference });
        }
      }
    }
    return new DecisionGraph(withoutWeaker([...edges.values()]), dangling);
  }

  private constructor(edges: DecisionEdge[], dangling: DanglingReference[]) {
    this.edges = edges.sort(
      (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to),
    );
    this.dangling = dangling;
    for (const edge of this.edges) {
      const { type, from, to, fromLine, toLine } = edge;
      this.#push(from, toLink(type, to, { here: fromLine, there: toLine }));
      this.#push(
        to,
        toLink(INVERSE[type], from, { here: toLine, there: fromLine }),
      );
    }
  }

  /** The links of a record, its own and those that others state. */
  linksOf(path: string): readonly DecisionLink[] {
    return this.#links.get(path) ?? [];
  }

  #push(at: string, link: DecisionLink): void {
    this.#links.set(at, [...(this.#links.get(at) ?? []), link]);
  }
}

function toLink(
  type: LinkType,
  path: string,
  { here, there }: { here?: number; there?: number },
): DecisionLink {
  if (here === undefined) {
    return { type, path, statedBy: 'other' };
  }
  const statedBy = there === undefined ? 'this' : 'both';
  return { type, path, statedBy, line: here };
}

function addEdge(
  edges: Map<string, DecisionEdge>,
  stated: { path: string; target: string; reference: DecisionReference },
): void {
  const { path, target, reference } = stated;
  const { type, isReversed } = directed(reference.type);
  // What relates both ways is one edge, from the record that comes first.
  const swaps =
    isReversed || (type === 'relates' && compareText(path, target) > 0);
  const [from, to] = swaps ? [target, path] : [path, target];
  const key = `${type} ${from} ${to}`;
  const edge = edges.get(key) ?? { type, from, to };
  const side = from === path ? 'fromLine' : 'toLine';
  edge[side] ??= reference.line;
  edges.set(key, edge);
}

/** Two records that supersede or amend each other also relate; that goes without saying. */
function withoutWeaker(edges: DecisionEdge[]): DecisionEdge[] {
  const strongest = new Map<string, number>();
  const pairOf = ({ from, to }: DecisionEdge) => [from, to].sort().join('\n');
  for (const edge of edges) {
    const pair = pairOf(edge);
    strongest.set(
      pair,
      Math.max(strongest.get(pair) ?? 0, STRENGTH[edge.type]),
    );
  }
  return edges.filter(
    edge =>
      edge.type !== 'relates' ||
      strongest.get(pairOf(edge)) === STRENGTH.relates,
  );
}
