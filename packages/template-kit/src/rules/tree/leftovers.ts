import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

const LEFTOVERS: readonly [pattern: RegExp, message: string][] = [
  [/\$\{\{\s*(values|parameters)\b/, 'an expression was not rendered'],
  [/\{%-?\s*(if|for|endif|endfor|else|set)\b/, 'a tag was not rendered'],
  [/\[object Object\]/, 'an object was written as text'],
  [
    /(^|[\s"'`:=(])undefined([\s"'`,;)]|$)(?=\s*$)/m,
    "the word 'undefined' ends a line",
  ],
];

/** Nothing of the template language is left, nor anything that it could not say. */
export const leftoversRule = treeRule(
  'leftovers',
  'nothing of the template language is left in a generated file',
  tree => [
    ...tree.files
      .filter(({ path }) => path.endsWith('.njk') || path.includes('{{'))
      .map(({ path }) => ({
        place: path,
        message: 'the name was not rendered',
      })),
    ...listTexts(tree)
      .filter(({ path }) => !/\.(ts|js|mjs|py)$/.test(path))
      .flatMap(({ path, text }) =>
        LEFTOVERS.filter(([pattern]) => pattern.test(text)).map(
          ([, message]) => ({ place: path, message }),
        ),
      ),
  ],
);
