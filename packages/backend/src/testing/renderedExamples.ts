import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@backstage/types';
import type { PortalProcess } from './PortalProcess';

const run = promisify(execFile);

/** The files that the examples are made from. */
export const EXAMPLES = path.resolve(__dirname, '../../../../examples');

/** A directory of the examples that a template has written. */
export interface RenderedExample {
  directory: string;
  template: string;
  values: JsonObject & { repository: { namespace: string; name: string } };
}

interface Task {
  status: string;
}

/** Where the files of an example are. */
export function pathOfExample({ directory }: RenderedExample): string {
  return path.join(EXAMPLES, directory);
}

/** Creates the repository of an example as a developer would, and writes its files into a directory. */
export async function renderExample(
  portal: PortalProcess,
  { template, values }: RenderedExample,
  options: { repositories: string; target: string },
): Promise<void> {
  await portal.waitForEntity(template);
  const token = await portal.signIn('developer');
  const { body } = await portal.request<{ id: string }>(
    '/api/scaffolder/v2/tasks',
    { token, body: { templateRef: template, values } },
  );
  const task = `/api/scaffolder/v2/tasks/${body.id}`;
  let status = 'open';
  await portal.waitFor(`the end of ${task}`, async () => {
    status = (await portal.request<Task>(task, { token })).body.status;
    return !['open', 'processing'].includes(status);
  });
  if (status !== 'completed') {
    const { body: events } = await portal.request(`${task}/events`, { token });
    throw new Error(`${template} ${status}: ${JSON.stringify(events)}`);
  }
  await checkOut(values.repository, options);
}

async function checkOut(
  { namespace, name }: { namespace: string; name: string },
  { repositories, target }: { repositories: string; target: string },
): Promise<void> {
  await mkdir(target, { recursive: true });
  const directory = path.join(repositories, namespace, `${name}.git`);
  await run('git', [
    `--git-dir=${directory}`,
    `--work-tree=${target}`,
    ...['checkout', '--quiet', '--force', 'main', '--', '.'],
  ]);
}

/** Names the files that differ between two directories, as Git does: one line for each. */
export async function compareDirectories(
  committed: string,
  rendered: string,
): Promise<string> {
  try {
    const compare = ['diff', '--no-index', '--name-status'];
    await run('git', [...compare, committed, rendered]);
    return '';
  } catch (error) {
    // 1 is an answer: they differ.
    if (error instanceof Error && 'code' in error && error.code === 1) {
      return 'stdout' in error ? String(error.stdout) : error.message;
    }
    throw error;
  }
}
