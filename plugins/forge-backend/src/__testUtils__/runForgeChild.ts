import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ForgeChildTask } from './forgeChild';

/** How a child ended. */
export interface ForgeChildOutcome {
  isDone: boolean;
  isKilled: boolean;
  stderr: string;
}

const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const CHILD = join(__dirname, 'forgeChild.ts');

/** Runs a task in a process of its own, which can be killed. */
export async function runForgeChild(
  task: ForgeChildTask,
  options: { path?: string; killAfterMs?: number } = {},
): Promise<ForgeChildOutcome> {
  const { path = process.env.PATH, killAfterMs } = options;
  const child = spawn(
    process.execPath,
    ['--require', TRANSFORM, CHILD, JSON.stringify(task)],
    { env: { ...process.env, PATH: path, NODE_OPTIONS: '' } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => {
    stdout += chunk;
    if (killAfterMs !== undefined && String(chunk).includes('started')) {
      setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    }
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  const [, signal] = await once(child, 'close');
  return {
    isDone: stdout.includes('done'),
    isKilled: signal === 'SIGKILL',
    stderr,
  };
}
