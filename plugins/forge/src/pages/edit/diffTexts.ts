import type { Diff } from '@groundwork/plugin-forge-common';
import { createTwoFilesPatch, diffLines } from 'diff';

/** The difference of two versions of one file, as the server would tell it. */
export function diffTexts(options: {
  path: string;
  before: string;
  after: string;
}): Diff {
  const { path, before, after } = options;
  if (before === after) {
    return { files: [], omittedFiles: 0 };
  }
  const changes = diffLines(before, after);
  const count = (kind: 'added' | 'removed') =>
    changes.reduce(
      (total, change) => total + (change[kind] ? change.count ?? 0 : 0),
      0,
    );
  const body = createTwoFilesPatch('a/file', 'b/file', before, after)
    .split('\n')
    .slice(1)
    .join('\n');
  return {
    files: [
      {
        path,
        status: 'modified',
        additions: count('added'),
        deletions: count('removed'),
        isBinary: false,
        patch: `diff --git a/file b/file\n${body}`,
      },
    ],
    omittedFiles: 0,
  };
}
