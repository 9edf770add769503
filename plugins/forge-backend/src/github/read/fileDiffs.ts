import type { FileDiff } from '@groundwork/plugin-forge-common';
import type { FileAnswer } from '../api/schemas';
import { decodeFile } from '../../hosts/decodeFile';

const STATUSES: Readonly<Record<string, FileDiff['status']>> = {
  added: 'added',
  copied: 'added',
  removed: 'deleted',
  renamed: 'renamed',
};

/** The id of every file without content. */
const EMPTY_BLOB = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

/** A file that differs, with the header that GitHub leaves out of its patches. */
export function toFileDiff(file: FileAnswer): FileDiff {
  const status = STATUSES[file.status] ?? 'modified';
  const oldPath =
    status === 'renamed' ? file.previous_filename ?? undefined : undefined;
  const { additions, deletions, patch } = file;
  return {
    path: file.filename,
    ...(oldPath !== undefined && { oldPath }),
    status,
    additions,
    deletions,
    // GitHub counts no lines of a binary file, nor of a large one, of which it gives at least the number.
    isBinary:
      !patch &&
      additions + deletions === 0 &&
      status !== 'renamed' &&
      file.sha !== EMPTY_BLOB,
    ...(patch && {
      patch: formatPatch({ path: file.filename, oldPath, status }, patch),
    }),
  };
}

/** A file that is added whole; without its content it is too large to show. */
export function addedFile(path: string, bytes: Buffer | undefined): FileDiff {
  const { isBinary, text } = bytes ? decodeFile(bytes) : { isBinary: false };
  const file = { path, status: 'added' as const, deletions: 0, isBinary };
  if (!text) {
    return { ...file, additions: 0 };
  }
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  const hunk = [
    `@@ -0,0 +1${lines.length === 1 ? '' : `,${lines.length}`} @@`,
    ...lines.map(line => `+${line}`),
    ...(isEnded ? [] : ['\\ No newline at end of file']),
  ].join('\n');
  return {
    ...file,
    additions: lines.length,
    patch: formatPatch(file, hunk),
  };
}

/** Writes a patch as `git diff` does; GitHub does not tell modes. */
function formatPatch(
  file: Pick<FileDiff, 'path' | 'oldPath' | 'status'>,
  hunks: string,
): string {
  const { path, oldPath = path, status } = file;
  const before = quote(`a/${oldPath}`);
  const after = quote(`b/${path}`);
  return [
    `diff --git ${before} ${after}`,
    ...(status === 'renamed'
      ? [`rename from ${quote(oldPath)}`, `rename to ${quote(path)}`]
      : []),
    `--- ${status === 'added' ? '/dev/null' : before}`,
    `+++ ${status === 'deleted' ? '/dev/null' : after}`,
    `${hunks}\n`,
  ].join('\n');
}

/** As Git quotes a path that a line could not hold otherwise. */
function quote(path: string): string {
  return /["\\\p{Cc}]/u.test(path) ? JSON.stringify(path) : path;
}
