import { joinPath } from '../folder/paths';
import { directoryOf } from '../parse/fileName';
import type { DecisionReference } from '../model/Decision';
import { createRecordRule, type Rule } from './Rule';

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A reference that must lead to a record of the same log. */
function mustResolve({ type, origin, target }: DecisionReference): boolean {
  return type !== 'relates' && origin !== 'body' && !EXTERNAL.test(target);
}

const SAYS: Record<DecisionReference['type'], string> = {
  supersedes: 'supersedes',
  'superseded-by': 'is superseded by',
  amends: 'amends',
  'amended-by': 'is amended by',
  relates: 'relates to',
};

const linkDangling: Rule = {
  id: 'link-dangling',
  severity: 'error',
  remedy:
    'Name a record of this folder by its file or by its number; write the address of one that is elsewhere.',
  check: ({ graph }) =>
    graph.dangling.filter(mustResolve).map(({ path, line, type, target }) => ({
      path,
      line,
      message: `The record says that it ${SAYS[type]} ${target}, and there is no such record`,
    })),
};

/** A generator's own syntax is not a path. */
const GENERATED = /[{}<>$]|^\s*$/;

const linkBroken = createRecordRule({
  id: 'link-broken',
  severity: 'warning',
  remedy: 'Correct the path; it is relative to the record.',
  checkRecord({ path, files }, { exists }) {
    const seen = new Set<string>();
    return files.flatMap(file => {
      const target = joinPath(directoryOf(path), file.path);
      if (GENERATED.test(file.path) || seen.has(target)) return [];
      seen.add(target);
      return isMissing(target, exists)
        ? [
            {
              line: file.line,
              message: `The ${file.kind} leads to ${file.path}, which does not exist`,
            },
          ]
        : [];
    });
  },
});

/** Sites link to pages without the ending of their files. */
function isMissing(
  path: string,
  exists: (path: string) => boolean | undefined,
): boolean {
  const candidates = [path, `${path}.md`, path.replace(/\.html?$/, '.md')];
  return candidates.every(candidate => exists(candidate) === false);
}

/** What links must keep to. */
export const linkRules: Rule[] = [linkDangling, linkBroken];
