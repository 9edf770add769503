import { captureProgram } from './childProcess.mjs';
import { ok, wrong } from './finding.mjs';

/** `git merge-tree --write-tree`, which merges template upgrades, came with 2.38. */
const MINIMUM = [2, 38];

/** Checks that git is there and new enough. */
export async function inspectGit(context) {
  const { code, stdout } = await captureProgram(context, 'git', ['--version']);
  const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
  const remedy =
    'Install git 2.38 or newer (Debian 12, Ubuntu 23.04 or later: sudo apt-get install git; older Ubuntu: the git-core/ppa archive; macOS: brew install git).';
  if (code !== 0 || major === undefined) {
    return wrong('git', 'git does not run.', { remedy });
  }
  const version = `${major}.${minor}`;
  const isNewEnough =
    Number(major) > MINIMUM[0] ||
    (Number(major) === MINIMUM[0] && Number(minor) >= MINIMUM[1]);
  return isNewEnough
    ? ok('git', `git ${version}`)
    : wrong(
        'git',
        `git ${version} is too old: Groundwork needs git ${MINIMUM.join(
          '.',
        )} or newer.`,
        { remedy },
      );
}
