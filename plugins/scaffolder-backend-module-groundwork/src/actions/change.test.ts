import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import {
  PRIYA,
  publishTemplates,
  startPortal,
  type TestPortal,
} from '../__testUtils__/startPortal';
import { awaitTask, awaitTemplate, createTask } from '../__testUtils__/tasks';
import { FETCH, writeTemplate } from '../__testUtils__/writeTemplate';

jest.setTimeout(120_000);

const PLATFORM = { namespace: 'acme', name: 'platform' };
const CHANGE: JsonObject = {
  id: 'change',
  action: 'forge:change',
  input: {
    ...PLATFORM,
    title: 'feat: add ${{ parameters.name }}',
    description: 'From the test',
    targetPath: './services/${{ parameters.name }}/',
  },
};

describe('forge:change', () => {
  let portal: TestPortal;
  let templateRef: string;

  beforeAll(async () => {
    portal = await startPortal();
    const files = await mkdtemp(join(portal.directory, 'platform-'));
    await writeFile(join(files, 'README.md'), '# Platform\n');
    await portal.host.createRepository({
      ...PLATFORM,
      owner: 'group:default/platform',
      directory: files,
      message: 'feat: begin',
      actor: PRIYA,
      idempotencyKey: 'platform',
    });
    const directory = await writeTemplate(portal.directory, {
      steps: [FETCH, CHANGE],
    });
    await publishTemplates(portal, directory);
    templateRef = await awaitTemplate(portal, 'probe');
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(() => portal?.stop());

  const create = (name: string) =>
    createTask(portal, { templateRef, values: { name } });

  it('proposes the files of the workspace below a directory, and merges nothing', async () => {
    const task = await awaitTask(portal, await create('orders'));
    expect(task.status).toBe('completed');

    const [change] = await portal.host.listChanges(PLATFORM);
    expect(change).toMatchObject({
      title: 'feat: add orders',
      description: 'From the test',
      state: 'open',
      author: 'user:default/dana.okafor',
      targetBranch: 'main',
    });
    const diff = await portal.host.diffChange({
      ...PLATFORM,
      number: change.number,
    });
    expect(diff.files).toEqual([
      expect.objectContaining({
        path: 'services/orders/catalog-info.yaml',
        status: 'added',
      }),
    ]);
    const { entries } = await portal.host.listFiles(PLATFORM);
    expect(entries.map(({ path }) => path)).toEqual(['README.md']);
  });

  it('proposes once, however often the task is retried', async () => {
    const open = portal.host.openChange.bind(portal.host);
    jest
      .spyOn(portal.host, 'openChange')
      .mockImplementationOnce(async options => {
        await open(options);
        throw new Error('The connection was lost after the push');
      });
    const taskId = await create('invoices');
    expect((await awaitTask(portal, taskId)).status).toBe('failed');
    await portal
      .call('post', `/api/scaffolder/v2/tasks/${taskId}/retry`)
      .send({})
      .expect(201);
    expect((await awaitTask(portal, taskId)).status).toBe('completed');

    const changes = await portal.host.listChanges(PLATFORM);
    expect(
      changes.filter(({ title }) => title === 'feat: add invoices'),
    ).toHaveLength(1);
  });

  it('shows in a plan where the files would be', async () => {
    const { body } = await portal
      .call('post', '/api/scaffolder/plan')
      .send({ templateRef, values: { name: 'parcels' } })
      .expect(200);
    expect(body).toMatchObject({
      problems: [],
      files: [{ path: 'services/parcels/catalog-info.yaml' }],
      effects: [
        {
          title: 'Proposes a change of acme/platform: feat: add parcels',
          description:
            'With one file below services/parcels; nothing changes before somebody merges it',
        },
      ],
    });
  });
});
