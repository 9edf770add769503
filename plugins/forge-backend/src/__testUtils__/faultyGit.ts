import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What goes wrong at one call of Git. */
export type GitFault =
  /** The portal is killed before Git does anything, or when it has done its work. */
  | 'kill-before'
  | 'kill-after'
  /** Git finds the disk full. */
  | 'full-disk';

const FAULTS: Readonly<Record<GitFault, string>> = {
  'kill-before': 'kill -9 $PPID; exit 137',
  'kill-after': '"$git" "$@"; kill -9 $PPID; exit 137',
  'full-disk':
    'echo "fatal: unable to write: No space left on device" >&2; exit 128',
};

/** The call of Git that goes wrong. */
export interface FaultyCall {
  fault: GitFault;
  /** Counted from 1. */
  at: number;
  /** Counts the calls of this command only; without it all but `git version`, which reads and writes nothing. */
  command?: string;
}

/**
 * Puts a program named `git` into a directory, which is the real one but for one call.
 *
 * @returns the PATH to run with
 */
export async function installFaultyGit(
  directory: string,
  { fault, at, command = '*' }: FaultyCall,
): Promise<string> {
  const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, 'calls'), { recursive: true });
  // Directories can be made once only, so calls at the same moment are counted apart.
  await writeFile(
    join(directory, 'git'),
    `#!/bin/sh
git='${git}'
case "$1" in
version) exec "$git" "$@" ;;
${command}) ;;
*) exec "$git" "$@" ;;
esac
call=1
while ! mkdir "${directory}/calls/$call" 2>/dev/null; do call=$((call + 1)); done
if [ "$call" = ${at} ]; then
  ${FAULTS[fault]}
fi
exec "$git" "$@"
`,
    { mode: 0o755 },
  );
  return `${directory}:${process.env.PATH}`;
}
