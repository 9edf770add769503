import { runGit } from '@groundwork/plugin-forge-node';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  PRIYA,
  publishTemplates,
  startPortal,
  type TestPortal,
} from './__testUtils__/startPortal';
import {
  awaitTask,
  awaitTemplate,
  createTask,
  serviceValues,
} from './__testUtils__/tasks';

jest.setTimeout(120_000);

const LOCK = '.groundwork/templates/nestjs-service.lock.yaml';

describe('creating a service', () => {
  let portal: TestPortal;
  let templateRef: string;
  let templateCommit: string;

  beforeAll(async () => {
    portal = await startPortal();
    templateCommit = await publishTemplates(portal);
    templateRef = await awaitTemplate(portal, 'nestjs-service');
  });

  afterAll(() => portal?.stop());

  const create = async (values = serviceValues('order-service')) =>
    awaitTask(portal, await createTask(portal, { templateRef, values }));

  /** Every file of a repository with its content and mode, as a plan lists them. */
  async function readRepository(name: string) {
    const repository = { namespace: 'acme', name };
    const { entries } = await portal.host.listFiles(repository);
    return Promise.all(
      entries.map(async ({ path }) => {
        const file = await portal.host.readFile({ ...repository, path });
        return {
          path,
          size: file.size,
          content: file.text,
          ...(file.isExecutable && { isExecutable: true }),
        };
      }),
    );
  }

  it('writes exactly the files of the plan', async () => {
    const values = serviceValues('parcel-service', {
      browsers: true,
      system: 'system:default/shop',
    });
    const { body: plan } = await portal
      .call('post', '/api/scaffolder/plan')
      .send({ templateRef, values })
      .expect(200);
    expect(plan.problems).toEqual([]);

    await expect(create(values)).resolves.toMatchObject({
      status: 'completed',
    });

    const sort = (files: Array<{ path: string }>) =>
      files.sort((one, other) => one.path.localeCompare(other.path));
    expect(sort(plan.files)).toEqual(
      sort(await readRepository('parcel-service')),
    );
  });

  it('says in the plan what happens outside the files', async () => {
    const { body: plan } = await portal
      .call('post', '/api/scaffolder/plan')
      .send({ templateRef, values: serviceValues('invoice-service') });
    expect(plan.effects.map(({ title }: { title: string }) => title)).toEqual([
      'Reserves acme/invoice-service, component:default/invoice-service, api:default/invoice-service-api',
      `Keeps a copy of what template:default/nestjs-service 1.0.0 at ${templateCommit.slice(
        0,
        10,
      )} rendered`,
      'Creates the repository acme/invoice-service',
      'Adds component:default/invoice-service, api:default/invoice-service-api to the catalog',
    ]);
    await expect(
      portal.host.getRepository({ namespace: 'acme', name: 'invoice-service' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  describe('once it is created', () => {
    beforeAll(async () => {
      await create();
    });

    it('is in the catalog with its API and the source of both', async () => {
      const read = async (path: string) =>
        (await portal.call('get', `/api/catalog/entities/by-name/${path}`))
          .body;
      const component = await read('component/default/order-service');
      expect(component.metadata.annotations).toMatchObject({
        'backstage.io/source-location':
          'url:https://forge.groundwork.internal/acme/order-service/-/blob/main/services/order-service/',
        'backstage.io/techdocs-ref': 'dir:.',
      });
      const api = await read('api/default/order-service-api');
      expect(JSON.parse(api.spec.definition)).toMatchObject({
        openapi: '3.1.0',
        info: { title: 'Order service' },
      });
    });

    it('links to pages below the address of the portal', async () => {
      const { output } = await create(serviceValues('link-service'));
      expect(output?.links).toContainEqual(
        expect.objectContaining({
          title: 'Repository',
          url: 'https://portal.example.com/base/forge/acme/link-service',
        }),
      );
      expect(JSON.stringify(output?.text)).toContain(
        'git clone https://portal.example.com/base/forge/acme/link-service',
      );
    });

    it('has one commit in the name of the user', async () => {
      const { items } = await portal.host.listCommits({
        namespace: 'acme',
        name: 'order-service',
      });
      expect(items).toEqual([
        expect.objectContaining({
          author: {
            name: 'dana.okafor',
            email: 'dana.okafor@users.groundwork.invalid',
          },
          title: 'feat: create order-service from the NestJS service template',
        }),
      ]);
    });

    it('says in its lock where it comes from', async () => {
      const lock = await readLock('order-service');
      expect(lock).toMatchObject({
        template: { ref: templateRef, path: 'nestjs-service.yaml' },
        resolved: { version: '1.0.0', commit: templateCommit },
        target: { path: '.' },
        inputs: serviceValues('order-service'),
        secretInputs: [],
      });
      expect(lock.render.fetched).toContainEqual({
        url: `https://forge.groundwork.internal/groundwork/templates/-/tree/${templateCommit}/layers/ci`,
        commit: templateCommit,
      });
    });

    it('is kept as it was rendered, under the tree that the lock names', async () => {
      const { render } = await readLock('order-service');
      const base = await runGit(
        ['ls-tree', '-r', '-z', `refs/base/${render.tree}`],
        { cwd: join(portal.directory, 'bases.git') },
      );
      const { entries } = await portal.host.listFiles({
        namespace: 'acme',
        name: 'order-service',
      });
      const withoutLock = entries
        .filter(({ path }) => path !== LOCK)
        .map(({ id, path }) => `${id}\t${path}`);
      const kept = base
        .split('\0')
        .filter(Boolean)
        .map(line => line.replace(/^\d+ blob /, ''));
      expect(kept.sort()).toEqual(withoutLock.sort());
    });

    it('keeps its name: a second one is refused before anything happens', async () => {
      const second = serviceValues('order-service', {
        repository: { namespace: 'acme', name: 'order-service-2' },
      });
      const before = await portal.host.listRepositories();
      const { status, error, events } = await create(second);
      expect(status).toBe('failed');
      expect(error?.message).toContain(
        'The catalog already has component:default/order-service; choose another name',
      );
      expect(events.map(({ body }) => body.message)).not.toContain(
        'Beginning step Lay out the repository',
      );
      expect(await portal.host.listRepositories()).toEqual(before);
    });

    it('has a plan with the reason for a second one of its name', async () => {
      const { body } = await portal
        .call('post', '/api/scaffolder/plan')
        .send({ templateRef, values: serviceValues('order-service') });
      expect(body.problems).toEqual([
        expect.stringContaining(
          'There is already a repository acme/order-service',
        ),
        expect.stringContaining('component:default/order-service'),
        expect.stringContaining('api:default/order-service-api'),
      ]);
    });
  });

  it('lets one of two tasks have a name when both want it at once', async () => {
    const tasks = await Promise.all(
      ['twin-one', 'twin-two'].map(name =>
        create(
          serviceValues('twin-service', {
            repository: { namespace: 'acme', name },
          }),
        ),
      ),
    );
    expect(tasks.map(({ status }) => status).sort()).toEqual([
      'completed',
      'failed',
    ]);
    const names = (await portal.host.listRepositories()).map(
      ({ name }) => name,
    );
    expect(names.filter(name => name.startsWith('twin'))).toHaveLength(1);
  });

  it('refuses a namespace that is closed to the user', async () => {
    const { status, error } = await create(
      serviceValues('stray-service', {
        repository: { namespace: 'groundwork', name: 'stray-service' },
      }),
    );
    expect(status).toBe('failed');
    expect(error?.message).toContain(
      `Only ${PRIYA.ref} may create repositories here`,
    );
  });

  it('names the release of the template, once it has a tag', async () => {
    const repository = join(portal.directory, 'git/groundwork/templates.git');
    await runGit(['tag', 'nestjs-service/v1.10.0'], { cwd: repository });
    await runGit(['tag', 'nestjs-service/v1.9.0'], { cwd: repository });
    await create(serviceValues('tagged-service'));
    const { resolved } = await readLock('tagged-service');
    expect(resolved.version).toBe('1.10.0');
  });

  async function readLock(name: string) {
    const repository = { namespace: 'acme', name };
    const bytes = await portal.host.readBytes({ ...repository, path: LOCK });
    return parse(bytes.toString());
  }
});
