import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import { gitEnvironment, GitError } from '@groundwork/plugin-forge-node';
import { REPOSITORY_SETTINGS } from '../repositorySettings';
import type { History } from './History';
import { HistoryStream, type HistoryStreamOptions } from './HistoryStream';

/** Where a history is written to. */
export interface ImportOptions extends HistoryStreamOptions {
  directory: string;
  /** A file that does not exist yet, from the directory, for what Git says about the commits. */
  marksFile: string;
  signal?: AbortSignal;
}

/**
 * Writes a history with one process of Git and one pack, and moves its branch and tags there.
 *
 * @returns the commits, oldest first
 */
export async function importHistory(
  history: History,
  options: ImportOptions,
): Promise<string[]> {
  const { child, ended } = startImport(options);
  // What went wrong while reading says more than that Git then missed the end.
  const [written, imported] = await Promise.allSettled([
    pipeline(
      Readable.from(HistoryStream.create(history, options).read()),
      child.stdin,
    ),
    ended,
  ]);
  if (written.status === 'rejected' && !isBrokenPipe(written.reason)) {
    throw written.reason;
  }
  if (imported.status === 'rejected') {
    throw imported.reason;
  }
  return readMarks(join(options.directory, options.marksFile));
}

function startImport({ directory, marksFile, signal }: ImportOptions): {
  child: ChildProcessByStdio<Writable, null, Readable>;
  ended: Promise<void>;
} {
  const child = spawn(
    'git',
    [
      'fast-import',
      '--quiet',
      '--force',
      '--date-format=raw',
      `--export-marks=${marksFile}`,
    ],
    {
      cwd: directory,
      env: gitEnvironment({ GIT_DIR: '.' }, [
        ...REPOSITORY_SETTINGS,
        ['fastimport.unpackLimit', '1'],
      ]),
      stdio: ['pipe', 'ignore', 'pipe'],
      signal,
    },
  );
  return { child, ended: waitForEnd(child, { directory, signal }) };
}

async function waitForEnd(
  child: ChildProcessByStdio<Writable, null, Readable>,
  { directory, signal }: Pick<ImportOptions, 'directory' | 'signal'>,
): Promise<void> {
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr = `${stderr}${chunk}`.slice(0, 8192);
  });
  let code: number | null;
  try {
    [code] = await once(child, 'close');
  } catch (error) {
    throw signal?.aborted
      ? error
      : new ServiceUnavailableError('git cannot be run', error);
  }
  if (code !== 0) {
    throw new GitError('fast-import', {
      exitCode: code ?? -1,
      // People read it, whom the disk of the portal does not concern.
      stderr: stderr.replaceAll(directory, '.'),
    });
  }
}

/** Git ended first; why is in its own words. */
function isBrokenPipe(error: unknown): boolean {
  return (
    isError(error) &&
    ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(
      String(error.code),
    )
  );
}

async function readMarks(file: string): Promise<string[]> {
  const commits: string[] = [];
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const match = /^:(\d+) ([0-9a-f]{40})$/.exec(line);
    if (match) {
      commits[Number(match[1]) - 1] = match[2];
    }
  }
  return commits;
}
