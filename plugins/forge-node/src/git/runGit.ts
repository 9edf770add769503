import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { ServiceUnavailableError } from '@backstage/errors';

/** Output beyond this is a mistake of the caller: large objects are streamed. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

const MAX_STDERR_CHARACTERS = 16_384;

/** How one call of `git` differs from the others. */
export interface GitOptions {
  /** The bare repository, or the directory to work in. */
  cwd: string;
  input?: string | Buffer;
  env?: Record<string, string>;
  /** Configuration for this call; see {@link gitEnvironment}. */
  settings?: readonly (readonly [key: string, value: string])[];
  /** Exit codes that are an answer and not a failure; 0 always is. */
  acceptExitCodes?: readonly number[];
  signal?: AbortSignal;
}

/** What `git` answered. */
export interface GitResult {
  stdout: Buffer;
  stderr: string;
  exitCode: number;
}

/** `git` ended with an exit code that the caller did not expect. */
export class GitError extends Error {
  readonly command: string;
  readonly exitCode: number;
  readonly stderr: string;

  constructor(command: string, result: Omit<GitResult, 'stdout'>) {
    super(
      `git ${command} failed (${result.exitCode}): ${result.stderr.trim()}`,
    );
    this.name = 'GitError';
    this.command = command;
    this.exitCode = result.exitCode;
    this.stderr = result.stderr;
  }
}

/**
 * The environment of every `git` process: nothing of the machine's or the user's configuration, no prompt, no hooks, and
 * no objects in the place of others.
 *
 * @param variables - what a call adds
 * @param settings - configuration that outranks that of the repository; the same key may come several times
 */
export function gitEnvironment(
  variables: Record<string, string> = {},
  settings: readonly (readonly [key: string, value: string])[] = [],
): Record<string, string> {
  const all = [['core.hooksPath', '/dev/null'], ...settings];
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: String(all.length),
    ...Object.fromEntries(
      all.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    ...variables,
  };
}

/** Runs `git` without a shell and returns its output as text. */
export async function runGit(
  args: readonly string[],
  options: GitOptions,
): Promise<string> {
  return (await runGitForResult(args, options)).stdout.toString('utf8');
}

/** Runs `git` without a shell; throws a {@link GitError} on an exit code that was not asked for. */
export async function runGitForResult(
  args: readonly string[],
  options: GitOptions,
): Promise<GitResult> {
  const { cwd, input, acceptExitCodes = [], signal } = options;
  const child = spawn('git', args, {
    cwd,
    env: gitEnvironment(options.env, options.settings),
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
  });
  const output = collectOutput(child);
  // git may end before it has read everything; its exit code tells the rest.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let code: number | null;
  try {
    [code] = await once(child, 'close');
  } catch (error) {
    throw signal?.aborted
      ? error
      : new ServiceUnavailableError('git cannot be run', error);
  }
  const result = { ...output(), exitCode: code ?? -1 };
  if (result.exitCode !== 0 && !acceptExitCodes.includes(result.exitCode)) {
    throw new GitError(args[0], result);
  }
  return result;
}

function collectOutput(
  child: ChildProcessByStdio<Writable, Readable, Readable>,
): () => Omit<GitResult, 'exitCode'> {
  const chunks: Buffer[] = [];
  let size = 0;
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT_BYTES) {
      child.kill('SIGKILL');
    } else {
      chunks.push(chunk);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    // Enough for a message; a flood of it must not fill the memory.
    if (stderr.length < MAX_STDERR_CHARACTERS) {
      stderr += chunk.toString('utf8');
    }
  });
  return () => ({ stdout: Buffer.concat(chunks), stderr });
}
