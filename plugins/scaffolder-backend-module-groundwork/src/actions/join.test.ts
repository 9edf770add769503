import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import {
  PRIYA,
  publishTemplates,
  startPortal,
  type TestPortal,
} from '../__testUtils__/startPortal';
import {
  awaitTask,
  awaitTemplate,
  createTask,
  eventually,
} from '../__testUtils__/tasks';
import { FETCH, writeTemplate } from '../__testUtils__/writeTemplate';

jest.setTimeout(120_000);

const PLATFORM = { namespace: 'acme', name: 'platform' };

const STEPS: JsonObject[] = [
  {
    id: 'platform',
    action: 'forge:join',
    input: {
      entityRef: 'component:default/platform',
      entities: ['component:${{ parameters.name }}'],
      files: ['versions.txt'],
    },
  },
  {
    ...FETCH,
    input: {
      ...(FETCH.input as JsonObject),
      targetPath: './services/${{ parameters.name }}',
    },
  },
  {
    id: 'change',
    action: 'forge:change',
    input: {
      host: '${{ steps.platform.output.host }}',
      namespace: '${{ steps.platform.output.namespace }}',
      name: '${{ steps.platform.output.name }}',
      baseCommit: '${{ steps.platform.output.commit }}',
      title: 'feat: add ${{ parameters.name }}',
    },
  },
];

describe('forge:join', () => {
  let portal: TestPortal;
  let templateRef: string;

  const inCatalog = (path: string) =>
    eventually(path, async () => {
      const address = `/api/catalog/entities/by-name/${path}`;
      const { status } = await portal.call('get', address);
      return status === 200 ? true : undefined;
    });

  beforeAll(async () => {
    portal = await startPortal();
    const directory = await mkdtemp(join(portal.directory, 'platform-'));
    await writeFile(join(directory, 'versions.txt'), 'zod 4\n');
    await writeFile(
      join(directory, 'catalog-info.yaml'),
      `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: platform }
spec: { type: platform, lifecycle: production, owner: group:default/platform }
---
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: platform-services }
spec: { targets: ['./services/*/catalog-info.yaml'] }
`,
    );
    await portal.host.createRepository({
      ...PLATFORM,
      owner: 'group:default/platform',
      directory,
      message: 'feat: begin',
      actor: PRIYA,
      idempotencyKey: 'platform',
    });
    await publishTemplates(
      portal,
      await writeTemplate(portal.directory, { steps: STEPS }),
    );
    templateRef = await awaitTemplate(portal, 'probe');
    await inCatalog('component/default/platform');
  });

  afterAll(() => portal?.stop());

  const create = async (name: string) =>
    awaitTask(
      portal,
      await createTask(portal, { templateRef, values: { name } }),
    );

  const plan = async (name: string) => {
    const { body } = await portal
      .call('post', '/api/scaffolder/plan')
      .send({ templateRef, values: { name } })
      .expect(200);
    return body;
  };

  const changeOf = async (name: string) => {
    const changes = await portal.host.listChanges(PLATFORM);
    const change = changes.find(({ title }) => title === `feat: add ${name}`);
    if (!change) {
      throw new Error(`No change adds ${name}`);
    }
    return change;
  };

  it('puts files of the platform into the workspace, and the change is made against them', async () => {
    const { commit } = await portal.host.splitRevision(PLATFORM, 'main');
    expect((await create('orders')).status).toBe('completed');

    const { number, base, head } = await changeOf('orders');
    expect(base).toBe(commit);
    const versions = await portal.host.readFile({
      ...PLATFORM,
      revision: head,
      path: 'versions.txt',
    });
    expect(versions.text).toBe('zod 4\n');
    const { files } = await portal.host.diffChange({ ...PLATFORM, number });
    expect(files.map(({ path }) => path)).toEqual([
      'services/orders/catalog-info.yaml',
    ]);
  });

  it('refuses a name that an open change adds, in the plan and in the task, until it is closed', async () => {
    expect((await create('parcels')).status).toBe('completed');
    const { number } = await changeOf('parcels');
    const reason = `The open change #${number} of acme/platform ('feat: add parcels') already adds component:default/parcels; choose another name, or wait until that change is merged or closed`;

    expect((await plan('parcels')).problems).toEqual([reason]);
    const task = await create('parcels');
    expect(task).toMatchObject({
      status: 'failed',
      error: { message: reason },
    });
    expect(
      (await portal.host.listChanges(PLATFORM)).filter(
        ({ title }) => title === 'feat: add parcels',
      ),
    ).toHaveLength(1);

    await portal.host.closeChange({ ...PLATFORM, number, actor: PRIYA });
    expect((await plan('parcels')).problems).toEqual([]);
  });

  it('refuses a name that the catalog has, once the change is merged', async () => {
    await create('invoices');
    const { number, head } = await changeOf('invoices');
    await portal.host.mergeChange({
      ...PLATFORM,
      number,
      expectedHead: head,
      actor: PRIYA,
    });
    await inCatalog('component/default/invoices');

    expect((await plan('invoices')).problems).toEqual([
      'The catalog already has component:default/invoices; choose another name',
    ]);
  });

  it('tells the page of the task which change to follow, and what it will bring', async () => {
    const taskId = await createTask(portal, {
      templateRef,
      values: { name: 'returns' },
    });
    const { events } = await awaitTask(portal, taskId);
    const { number } = await changeOf('returns');
    expect(events.map(({ body }) => body.message).join('\n')).toContain(
      `Change ${number} is at`,
    );
  });
});
