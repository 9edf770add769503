import type { RenderedTree } from '../../render/RenderedTree';
import type { Finding } from '../Finding';

/** Judges what a template wrote, without building it. */
export interface TreeRule {
  id: string;
  /** What the rule keeps, as a sentence for the table of promises. */
  promise: string;
  check(tree: RenderedTree): Finding[] | Promise<Finding[]>;
}

/** Makes a rule of a function that says what is wrong with single places. */
export function treeRule(
  id: string,
  promise: string,
  find: (
    tree: RenderedTree,
  ) => Omit<Finding, 'rule'>[] | Promise<Omit<Finding, 'rule'>[]>,
): TreeRule {
  return {
    id,
    promise,
    check: async tree =>
      (await find(tree)).map(finding => ({ rule: id, ...finding })),
  };
}
