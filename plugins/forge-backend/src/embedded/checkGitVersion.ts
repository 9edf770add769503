import { NotImplementedError } from '@backstage/errors';
import { runGit } from '@groundwork/plugin-forge-node';

/** The first that merges without a working directory: `git merge-tree --write-tree`. */
const MINIMUM = [2, 38] as const;

/** Stops a start that would fail at the first merge. */
export async function checkGitVersion(): Promise<void> {
  const text = await runGit(['version'], { cwd: '/' });
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const isRecent =
    Number(major) > MINIMUM[0] ||
    (Number(major) === MINIMUM[0] && Number(minor) >= MINIMUM[1]);
  if (!isRecent) {
    throw new NotImplementedError(
      `The embedded forge needs Git ${MINIMUM.join(
        '.',
      )} or later, and this is '${text.trim()}'; update Git`,
    );
  }
}
