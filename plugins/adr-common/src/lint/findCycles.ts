/** Finds the circles in a graph; each begins at its first node by name, and no node is in two of them. */
export function findCycles(
  edges: readonly { from: string; to: string }[],
): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const covered = new Set<string>();
  const circles: string[][] = [];
  for (const start of [...targets.keys()].sort()) {
    const circle = covered.has(start) ? [] : findCircle(targets, start);
    if (!circle.some(node => covered.has(node)) && circle.length > 0) {
      circle.forEach(node => covered.add(node));
      circles.push(circle);
    }
  }
  return circles;
}

/** A shortest way from a node back to itself; empty when there is none. */
function findCircle(targets: Map<string, string[]>, start: string): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const target of targets.get(node) ?? []) {
      if (target === start) return unwind(cameFrom, start, node);
      if (!cameFrom.has(target)) {
        cameFrom.set(target, node);
        queue.push(target);
      }
    }
  }
  return [];
}

function unwind(
  cameFrom: Map<string, string>,
  start: string,
  end: string,
): string[] {
  const circle = [end];
  while (circle[0] !== start) circle.unshift(cameFrom.get(circle[0]) ?? start);
  return circle;
}
