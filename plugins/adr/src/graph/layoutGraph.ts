import dagre from '@dagrejs/dagre';
import type { GraphPayload } from '@groundwork/plugin-adr-common';

/** The size of a decision in the picture. */
export const NODE_WIDTH = 260;

/** The size of a decision in the picture. */
export const NODE_HEIGHT = 84;

/** Room for the ends of lines. */
const MARGIN = 12;

/** A graph with places: what comes later stands to the right of what it replaced. */
export type PlacedGraph = {
  width: number;
  height: number;
  /** The upper left corner of each decision, by id. */
  places: Map<string, { x: number; y: number }>;
  /** The points of each line, in the order of the edges. */
  lines: { x: number; y: number }[][];
};

/** Gives decisions and their links places in layers. */
export function layoutGraph({
  nodes,
  edges,
}: Pick<GraphPayload, 'nodes' | 'edges'>): PlacedGraph {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'RL',
    nodesep: 20,
    ranksep: 72,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  for (const { id } of nodes) {
    graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  }
  edges.forEach(({ from, to, type }) => graph.setEdge(from, to, {}, type));
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    places: new Map(
      nodes.map(({ id }) => {
        const { x, y } = graph.node(id);
        return [id, { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }];
      }),
    ),
    lines: edges.map(
      ({ from, to, type }) => graph.edge({ v: from, w: to, name: type }).points,
    ),
  };
}

/** Only what is linked says something in a picture of links. */
export function withoutUnlinked({ nodes, edges, isCut }: GraphPayload): {
  graph: GraphPayload;
  unlinked: number;
} {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const shown = nodes.filter(({ id }) => linked.has(id));
  return {
    graph: { nodes: shown, edges, isCut },
    unlinked: nodes.length - shown.length,
  };
}
