import { spawn } from 'node:child_process';

/** How a command ended. */
export interface CommandOutcome {
  isSuccess: boolean;
  seconds: number;
  /** The end of what it printed, for whoever has to mend it. */
  tail: string;
}

/** Enough to see the error; the beginning is progress. */
const TAIL_CHARACTERS = 3_000;

/** Runs a command in a directory and waits for its end. */
export function runCommand(
  command: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<CommandOutcome> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let tail = '';
    const keep = (chunk: Buffer) => {
      tail = (tail + chunk.toString('utf8')).slice(-TAIL_CHARACTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', code =>
      resolve({
        isSuccess: code === 0,
        seconds: (performance.now() - started) / 1000,
        tail,
      }),
    );
  });
}
