import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { runGit } from '@groundwork/plugin-forge-node';
import { parse } from 'yaml';
import { PortalProcess } from '../__testUtils__/PortalProcess';
import {
  FETCH,
  PUBLISH,
  RECORD,
  RESERVE,
} from '../__testUtils__/writeTemplate';

jest.setTimeout(240_000);

const LOCK = '.groundwork/templates/probe.lock.yaml';

/** Where the process dies, once each, while one task is at work. */
const CRASHES = ['rendered', 'recorded', 'published'];

const crash = (id: string): JsonObject => ({ id, action: 'test:crash' });

describe('a task whose process is killed', () => {
  let portal: PortalProcess;

  beforeAll(async () => {
    const [rendered, recorded, published] = CRASHES.map(crash);
    portal = await PortalProcess.prepare({
      steps: [RESERVE, FETCH, rendered, RECORD, recorded, PUBLISH, published],
    });
    await portal.start();
  });

  afterAll(() => portal?.remove());

  it('goes on by itself, and ends with one whole repository', async () => {
    const { directory } = portal;
    const taskId = await portal.createTask({ name: 'orders' });
    for (const step of CRASHES) {
      expect(await portal.died()).toBe('SIGKILL');
      expect(await readdir(directory)).toContain(`crashed-at-${step}`);
      await portal.start();
    }
    expect((await portal.awaitTask(taskId)).status).toBe('completed');

    expect(await readdir(join(directory, 'git/acme'))).toEqual(['orders.git']);
    const git = (...args: string[]) =>
      runGit(args, { cwd: join(directory, 'git/acme/orders.git') });
    await git('fsck', '--strict');
    const files = await git('ls-tree', '-r', '--name-only', 'main');
    expect(files.trim().split('\n')).toEqual([LOCK, 'catalog-info.yaml']);
    const { render } = parse(await git('show', `main:${LOCK}`));
    await runGit(['cat-file', '-e', `refs/base/${render.tree}`], {
      cwd: join(directory, 'bases.git'),
    });
    expect(await readdir(join(directory, 'work'))).toEqual([]);
    await portal.request(
      '/api/catalog/entities/by-name/component/default/orders',
    );
  });
});
