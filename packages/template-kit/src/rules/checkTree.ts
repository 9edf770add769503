import type { RenderedTree } from '../render/RenderedTree';
import type { Finding } from './Finding';
import { syntaxRule } from './tree/syntax';
import { treeRules } from './tree/treeRules';

/** Judges a rendering by every rule; a tree that cannot be parsed is judged by that alone. */
export async function checkTree(tree: RenderedTree): Promise<Finding[]> {
  const unreadable = await syntaxRule.check(tree);
  if (unreadable.length > 0) {
    return unreadable;
  }
  const findings = await Promise.all(treeRules.map(rule => rule.check(tree)));
  return findings.flat();
}
