import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { actionFeature } from '../__testUtils__/action';
import {
  PRIYA,
  publishTemplates,
  startPortal,
  type TestPortal,
} from '../__testUtils__/startPortal';
import { awaitTask, awaitTemplate, createTask } from '../__testUtils__/tasks';
import {
  FETCH,
  PUBLISH,
  RESERVE,
  writeTemplate,
} from '../__testUtils__/writeTemplate';

jest.setTimeout(120_000);

const TEMPLATES = { namespace: 'groundwork', name: 'templates' };

describe('lineage:record', () => {
  let portal: TestPortal;
  let meanwhile: () => Promise<unknown> = async () => {};

  beforeAll(async () => {
    portal = await startPortal({
      features: [
        actionFeature('test:meanwhile', async () => {
          await meanwhile();
        }),
      ],
    });
    const record: JsonObject = {
      action: 'lineage:record',
      input: {
        parameters: '${{ parameters }}',
        targetPath: 'services/${{ parameters.name }}',
        templateCommit: '${{ steps.reserve.output.templateCommit }}',
      },
    };
    const fetch: JsonObject = {
      action: 'fetch:template',
      input: {
        url: './skeleton',
        targetPath: 'services/${{ parameters.name }}',
        values: { name: '${{ parameters.name }}' },
      },
    };
    const directory = await writeTemplate(portal.directory, {
      steps: [
        RESERVE,
        FETCH,
        { action: 'test:meanwhile' },
        fetch,
        record,
        PUBLISH,
      ],
    });
    await publishTemplates(portal, directory);
    await awaitTemplate(portal, 'probe');
  });

  afterAll(() => portal?.stop());

  const create = async (name: string) =>
    awaitTask(
      portal,
      await createTask(portal, {
        templateRef: 'template:default/probe',
        values: { name },
      }),
    );

  it('names the tree of the directory that the template filled', async () => {
    expect((await create('orders')).status).toBe('completed');
    const repository = { namespace: 'acme', name: 'orders' };
    const path = 'services/orders/.groundwork/templates/probe.lock.yaml';
    const lock = parse(
      (await portal.host.readBytes({ ...repository, path })).toString(),
    );
    expect(lock.target).toEqual({ path: 'services/orders' });
    const { entries } = await portal.host.readTree({
      ...repository,
      path: 'services/orders',
    });
    expect(entries.map(({ name }) => name).sort()).toEqual([
      '.groundwork',
      'catalog-info.yaml',
    ]);
  });

  it('refuses files of two versions of a template', async () => {
    const head = await portal.host.resolveRevision(TEMPLATES);
    meanwhile = () =>
      portal.host.commit({
        ...TEMPLATES,
        branch: 'main',
        expectedHead: head,
        message: 'feat: move on',
        edits: [{ path: 'skeleton/NEW.md', content: 'new' }],
        actor: PRIYA,
      });
    const { status, error } = await create('torn');
    expect(status).toBe('failed');
    expect(error?.message).toMatch(/moved from .* while it was rendered/);
    await expect(
      portal.host.getRepository({ namespace: 'acme', name: 'torn' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
