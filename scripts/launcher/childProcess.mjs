import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Interruption } from './problem.mjs';

/** Ten seconds let a portal finish its requests and close its databases; later than that it hangs. */
const STOP_TIMEOUT_MS = 10_000;

/**
 * Runs a program to its end and returns its exit code; an interruption stops the program with all its children.
 *
 * @remarks The program leads its own process group, so that Ctrl-C reaches it once, from here.
 */
export async function runProgram(context, file, args, options = {}) {
  const { onLine, ...spawnOptions } = options;
  throwIfInterrupted(context);
  const child = spawn(file, args, {
    cwd: context.root,
    env: context.env,
    stdio: onLine
      ? ['ignore', 'pipe', 'pipe']
      : ['ignore', 'inherit', 'inherit'],
    detached: true,
    ...spawnOptions,
  });
  const stop = () => void stopProgram(child);
  context.signal.addEventListener('abort', stop, { once: true });
  try {
    if (onLine) {
      forEachLine(child, onLine);
    }
    return await untilClosed(child);
  } finally {
    context.signal.removeEventListener('abort', stop);
    throwIfInterrupted(context);
  }
}

/** Runs a short program and returns what it printed; a program that is missing has code 127. */
export async function captureProgram(context, file, args, options = {}) {
  const lines = [];
  const errorLines = [];
  try {
    const code = await runProgram(context, file, args, {
      ...options,
      onLine: (line, stream) =>
        (stream === 'stdout' ? lines : errorLines).push(line),
    });
    return { code, stdout: lines.join('\n'), stderr: errorLines.join('\n') };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EACCES') {
      return { code: 127, stdout: '', stderr: error.message };
    }
    throw error;
  }
}

/** Stops a program and everything it started: politely first, by force when it does not listen. */
export async function stopProgram(
  child,
  { signal = 'SIGTERM', timeoutMs = STOP_TIMEOUT_MS } = {},
) {
  if (
    child.exitCode !== null ||
    child.signalCode !== null ||
    child.pid === undefined
  ) {
    return;
  }
  const closed = new Promise(resolve => child.once('exit', resolve));
  signalGroup(child, signal);
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), timeoutMs);
  await closed;
  clearTimeout(force);
}

/** Calls back for every line that a program prints, with the stream it came from. */
export function forEachLine(child, onLine) {
  for (const stream of ['stdout', 'stderr']) {
    createInterface({ input: child[stream], crlfDelay: Infinity }).on(
      'line',
      line => onLine(line, stream),
    );
  }
}

/** Throws when the user asked to stop, so that a sequence of steps ends between two of them. */
export function throwIfInterrupted({ signal }) {
  if (signal.aborted) {
    throw new Interruption();
  }
}

function untilClosed(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? `signal ${signal}`));
  });
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH' || error.code === 'EPERM') {
      child.kill(signal);
    } else {
      throw error;
    }
  }
}
