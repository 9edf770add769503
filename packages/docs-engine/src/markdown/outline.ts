import type { Heading } from './PageContext';

/** A heading with the headings below it. */
export interface OutlineNode extends Heading {
  children: OutlineNode[];
}

/** Nests headings by level; a skipped level does not create an empty one. */
export function buildOutline(list: Heading[]): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const path: OutlineNode[] = [];
  for (const heading of list) {
    const node = { ...heading, children: [] };
    while (path.length && path[path.length - 1].level >= heading.level) {
      path.pop();
    }
    const parent = path[path.length - 1];
    (parent ? parent.children : roots).push(node);
    path.push(node);
  }
  return roots;
}
