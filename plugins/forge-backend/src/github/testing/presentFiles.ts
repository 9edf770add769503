import type { FakeRepository, StoredCommit } from './FakeRepository';

/** A commit as "Get a commit" and "List commits" show it. */
export function presentCommit(commit: StoredCommit) {
  const { sha, tree, parents, author, committer, message } = commit;
  return {
    sha,
    node_id: `C_${sha}`,
    commit: {
      author,
      committer,
      message,
      tree: { sha: tree },
      comment_count: 0,
    },
    author: null,
    committer: null,
    parents: parents.map(parent => ({ sha: parent })),
  };
}

const STATUSES: Readonly<Record<string, string>> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
};

/** The files that differ between two trees, as comparisons and pull requests show them. */
export async function presentFiles(
  repository: FakeRepository,
  from: string,
  to: string,
) {
  const [raw, text] = await Promise.all([
    repository.git(['diff', '--raw', '-M', '-z', '--no-abbrev', from, to]),
    repository.git(['diff', '-M', from, to]),
  ]);
  const patches = text.split(/^(?=diff --git )/m);
  const parts = raw.split('\0').filter(Boolean);
  const files = [];
  for (let at = 0; at < parts.length; ) {
    const [, , , sha, code] = parts[at].split(' ');
    const isRename = code.startsWith('R');
    files.push({
      sha: code === 'D' ? null : sha,
      filename: parts[at + (isRename ? 2 : 1)],
      status: STATUSES[code[0]] ?? 'modified',
      ...(isRename && { previous_filename: parts[at + 1] }),
      ...presentPatch(patches[files.length]),
    });
    at += isRename ? 3 : 2;
  }
  return files;
}

/** GitHub leaves out what is before the first hunk. */
function presentPatch(text: string) {
  const start = text.indexOf('\n@@');
  const patch =
    start < 0 ? undefined : text.slice(start + 1).replace(/\n$/, '');
  const lines = patch?.split('\n') ?? [];
  const additions = lines.filter(line => line.startsWith('+')).length;
  const deletions = lines.filter(line => line.startsWith('-')).length;
  return {
    additions,
    deletions,
    changes: additions + deletions,
    ...(patch && { patch }),
  };
}
