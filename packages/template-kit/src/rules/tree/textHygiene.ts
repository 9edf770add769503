import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

const FAULTS: readonly [pattern: RegExp, message: string][] = [
  [/\r\n/, 'has Windows line endings'],
  [/[^\n]$/, 'does not end in a new line'],
  [/\n\n$/, 'ends in an empty line'],
  [/[ \t]+$/m, 'has spaces at the end of a line'],
  [/\n\n\n/, 'has two empty lines in a row'],
  [/\b(TODO|FIXME|XXX)\b/, 'has an open task in it'],
];

/** A generated file reads as if somebody had written it with care. */
export const textHygieneRule = treeRule(
  'text-hygiene',
  'generated text is tidy and leaves no open task',
  tree =>
    listTexts(tree)
      .filter(({ path }) => !/(^|\/)(pnpm-lock\.yaml|buf\.lock)$/.test(path))
      .flatMap(({ path, text }) => {
        if (text.trim() === '') {
          return [{ place: path, message: 'is empty' }];
        }
        return FAULTS.filter(([pattern]) => pattern.test(text)).map(
          ([, message]) => ({ place: path, message }),
        );
      }),
);
