import { appendFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { actionFeature } from '../__testUtils__/action';
import {
  publishTemplates,
  startPortal,
  type TestPortal,
} from '../__testUtils__/startPortal';
import { awaitTask, awaitTemplate, createTask } from '../__testUtils__/tasks';
import {
  FETCH,
  PUBLISH,
  RECORD,
  RESERVE,
  writeTemplate,
} from '../__testUtils__/writeTemplate';

jest.setTimeout(120_000);

const SECRET = { type: 'string', 'ui:field': 'Secret' };
const CATALOG_INFO = 'catalog-info.yaml';

describe('a task that is retried', () => {
  let portal: TestPortal;
  let templateRef: string;
  /** What the next run of `test:fault` does. */
  let faults: Array<(workspacePath: string) => Promise<void>> = [];

  beforeAll(async () => {
    const fault = actionFeature('test:fault', async ({ workspacePath }) =>
      faults.shift()?.(workspacePath),
    );
    portal = await startPortal({ features: [fault] });
    const steps = [
      RESERVE,
      FETCH,
      { action: 'test:fault', input: { token: '${{ secrets.token }}' } },
      RECORD,
      PUBLISH,
    ] as JsonObject[];
    const directory = await writeTemplate(portal.directory, {
      properties: { token: SECRET },
      steps,
    });
    await publishTemplates(portal, directory);
    templateRef = await awaitTemplate(portal, 'probe');
  });

  beforeEach(() => {
    faults = [];
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(() => portal?.stop());

  const start = (name: string, secrets = { token: 'canary-7f3a9c' }) =>
    createTask(portal, { templateRef, values: { name }, secrets });

  const retry = async (taskId: string, secrets?: Record<string, string>) => {
    await portal
      .call('post', `/api/scaffolder/v2/tasks/${taskId}/retry`)
      .send({ secrets })
      .expect(201);
    return awaitTask(portal, taskId);
  };

  const countRepositories = async (name: string) =>
    (await portal.host.listRepositories()).filter(
      repository => repository.name === name,
    ).length;

  it('creates the repository that the host refused before', async () => {
    jest
      .spyOn(portal.host, 'createRepository')
      .mockRejectedValueOnce(new NotAllowedError('The push was refused'));
    const taskId = await start('refused');
    await expect(awaitTask(portal, taskId)).resolves.toMatchObject({
      status: 'failed',
      error: { message: 'The push was refused' },
    });
    expect(await countRepositories('refused')).toBe(0);

    const secrets = { token: 'canary-7f3a9c' };
    expect((await retry(taskId, secrets)).status).toBe('completed');
    expect(await countRepositories('refused')).toBe(1);
  });

  it('waits again for the catalog, and creates nothing twice', async () => {
    const create = portal.host.createRepository.bind(portal.host);
    const commits: string[] = [];
    jest
      .spyOn(portal.host, 'createRepository')
      .mockImplementation(async options => {
        const created = await create(options);
        commits.push(created.commit);
        if (commits.length === 1) {
          throw new Error('The connection was lost after the push');
        }
        return created;
      });
    const taskId = await start('lost-answer');
    expect((await awaitTask(portal, taskId)).status).toBe('failed');

    const secrets = { token: 'canary-7f3a9c' };
    expect((await retry(taskId, secrets)).status).toBe('completed');
    expect(commits[1]).toBe(commits[0]);
    expect(await countRepositories('lost-answer')).toBe(1);
  });

  it('renders anew what a full disk cut off', async () => {
    faults = [
      async workspacePath => {
        await truncate(join(workspacePath, CATALOG_INFO), 10);
        throw new Error('ENOSPC: no space left on device, write');
      },
    ];
    const taskId = await start('full-disk');
    expect((await awaitTask(portal, taskId)).status).toBe('failed');
    expect(await countRepositories('full-disk')).toBe(0);

    const secrets = { token: 'canary-7f3a9c' };
    expect((await retry(taskId, secrets)).status).toBe('completed');
    const { text } = await portal.host.readFile({
      ...{ namespace: 'acme', name: 'full-disk' },
      path: CATALOG_INFO,
    });
    expect(text).toContain('owner: group:default/commerce');
  });

  it('is refused when what was typed as a secret is gone', async () => {
    faults = [
      async () => {
        throw new Error('The network is down');
      },
    ];
    const taskId = await start('secret-lost');
    await awaitTask(portal, taskId);
    await expect(retry(taskId)).resolves.toMatchObject({
      status: 'failed',
      error: {
        name: 'InputError',
        message: expect.stringContaining('typed as token is not kept'),
      },
    });
    expect(await countRepositories('secret-lost')).toBe(0);
  });

  it('refuses a repository into which a step wrote the secret', async () => {
    faults = [
      async workspacePath =>
        appendFile(join(workspacePath, '.npmrc'), '//token=canary-7f3a9c'),
    ];
    const task = await awaitTask(portal, await start('leaky'));
    expect(task).toMatchObject({
      status: 'failed',
      error: {
        message: expect.stringMatching(
          /The file '.npmrc' has the secret 'token'/,
        ),
      },
    });
    expect(await countRepositories('leaky')).toBe(0);
  });
});
