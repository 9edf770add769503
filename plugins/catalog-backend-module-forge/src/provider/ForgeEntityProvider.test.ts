import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import type { Repository } from '@groundwork/plugin-forge-common';
import {
  ForgeEvents,
  type ForgeHost,
  type PushEvent,
} from '@groundwork/plugin-forge-node';
import { ForgeEntityProvider } from './ForgeEntityProvider';
import { createRepositoryLocation } from './repositoryLocation';

/** A host that lists what the test says, and describes every file as changed. */
function createHost(id: string) {
  const repositories: Partial<Repository>[] = [];
  const host: Partial<ForgeHost> = {
    id,
    formatUrl: ({ namespace, name, revision, path, view }) =>
      `https://${id}/${namespace}/${name}/${view}/${revision}/${path}`,
    // What a list has of a repository is all that the provider reads.
    listRepositories: jest.fn(async () => repositories as Repository[]),
    diff: async () => ({
      files: [{ path: 'deep/openapi.yaml' }] as never,
      omittedFiles: 0,
    }),
  };
  const add = (name: string, head = 'c1') =>
    repositories.push({ namespace: 'acme', name, defaultBranch: 'main', head });
  return { host: host as jest.Mocked<ForgeHost>, repositories, add };
}

/** Keeps the targets of Locations as the catalog would. */
function createCatalog() {
  const targets = new Map<string, string>();
  const refreshed: string[] = [];
  const apply = async (mutation: EntityProviderMutation) => {
    const added = mutation.type === 'full' ? mutation.entities : mutation.added;
    if (mutation.type === 'full') {
      targets.clear();
    } else {
      mutation.removed.forEach(item =>
        targets.delete('entity' in item ? item.entity.metadata.name : ''),
      );
    }
    added.forEach(({ entity }) =>
      targets.set(entity.metadata.name, String(entity.spec?.target)),
    );
  };
  const connection: EntityProviderConnection = {
    applyMutation: apply,
    refresh: async ({ keys }) => void refreshed.push(...keys),
  };
  return { connection, refreshed, list: () => [...targets.values()].sort() };
}

async function connect(...hosts: ForgeHost[]) {
  return connectAfter([], ...hosts);
}

/** Connects a provider to a catalog that has kept Locations from an earlier process. */
async function connectAfter(stored: Entity[], ...hosts: ForgeHost[]) {
  const logger = mockServices.logger.mock();
  const events = ForgeEvents.create({ logger });
  const catalog = createCatalog();
  const provider = ForgeEntityProvider.create({
    forge: {
      hosts,
      events,
      findHost: () => undefined,
      getHost: id => {
        const found = hosts.find(host => host.id === id);
        if (!found) {
          throw new NotFoundError(id);
        }
        return found;
      },
    },
    logger,
    readStored: async () => stored,
    onChanged: () => undefined,
  });
  await provider.connect(catalog.connection);
  return { provider, events, logger, catalog };
}

function push(name: string, changes: Partial<PushEvent> = {}): PushEvent {
  return {
    type: 'push',
    host: 'a.example',
    namespace: 'acme',
    name,
    ref: 'refs/heads/main',
    isDefaultBranch: true,
    before: 'c1',
    after: 'c2',
    changedPaths: [],
    ...changes,
  };
}

const fileOf = (host: string, name: string, branch = 'main') =>
  `https://${host}/acme/${name}/blob/${branch}/catalog-info.yaml`;

describe('ForgeEntityProvider', () => {
  it('knows the repositories of every host that have a commit', async () => {
    const a = createHost('a.example');
    const b = createHost('b.example');
    a.add('orders');
    a.repositories.push({ namespace: 'acme', name: 'empty' });
    b.add('orders');
    const { provider, catalog } = await connect(a.host, b.host);

    await provider.synchronize();

    expect(catalog.list()).toEqual([
      fileOf('a.example', 'orders'),
      fileOf('b.example', 'orders'),
    ]);
  });

  it('keeps what a host has that does not answer, and drops what the others have lost', async () => {
    const a = createHost('a.example');
    const b = createHost('b.example');
    a.add('orders');
    a.add('payments');
    b.add('billing');
    const { provider, catalog, logger } = await connect(a.host, b.host);
    await provider.synchronize();

    a.repositories.pop();
    a.add('shipping');
    b.host.listRepositories.mockRejectedValueOnce(new Error('502'));
    await provider.synchronize();

    expect(catalog.list()).toEqual([
      fileOf('a.example', 'orders'),
      fileOf('a.example', 'shipping'),
      fileOf('b.example', 'billing'),
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/b\.example could not be listed.*502/),
    );
  });

  it('believes what it hears while a host lists more than the list', async () => {
    const { host, repositories, add } = createHost('a.example');
    add('orders');
    add('payments');
    const { provider, events, catalog } = await connect(host);
    await provider.synchronize();
    const before = [...repositories];
    let answer = () => {};
    host.listRepositories.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = () => resolve(before as Repository[]);
        }),
    );

    const synchronization = provider.synchronize();
    events.emit(push('created', { before: undefined }));
    events.emit({
      type: 'repository',
      action: 'removed',
      host: 'a.example',
      namespace: 'acme',
      name: 'payments',
    });
    answer();
    await synchronization;

    expect(catalog.list()).toEqual([
      fileOf('a.example', 'created'),
      fileOf('a.example', 'orders'),
    ]);
  });

  it('reads deep files again that changed without an event', async () => {
    const { host, repositories, add } = createHost('a.example');
    add('orders');
    const { provider, catalog } = await connect(host);
    await provider.synchronize();
    expect(catalog.refreshed).toEqual([]);

    repositories[0].head = 'c2';
    await provider.synchronize();

    expect(catalog.refreshed).toContain(
      'url:https://a.example/acme/orders/blob/main/deep/openapi.yaml',
    );
  });

  it('reads deep files again that changed while no process ran', async () => {
    const { host, add } = createHost('a.example');
    add('orders', 'c2');
    const repository = { host, namespace: 'acme', name: 'orders' };
    const { entity } = createRepositoryLocation({
      ...repository,
      defaultBranch: 'main',
      commit: 'c1',
    });
    const { provider, catalog } = await connectAfter([entity], host);

    await provider.synchronize();

    expect(catalog.refreshed).toContain(
      'url:https://a.example/acme/orders/blob/main/deep/openapi.yaml',
    );
  });

  it('follows the default branch and no other', async () => {
    const { host, add } = createHost('a.example');
    add('orders');
    const { provider, events, catalog } = await connect(host);
    await provider.synchronize();

    events.emit(
      push('orders', { ref: 'refs/heads/x', isDefaultBranch: false }),
    );
    events.emit(push('orders', { ref: 'refs/heads/trunk' }));
    await new Promise(setImmediate);

    expect(catalog.list()).toEqual([fileOf('a.example', 'orders', 'trunk')]);
  });

  it('logs what the catalog did not take, and goes on', async () => {
    const { host, add } = createHost('a.example');
    add('orders');
    const { provider, events, catalog, logger } = await connect(host);
    await provider.synchronize();
    jest
      .spyOn(catalog.connection, 'applyMutation')
      .mockRejectedValueOnce(new Error('database is locked'));

    events.emit(push('lost', { before: undefined }));
    events.emit(push('taken', { before: undefined }));
    await new Promise(setImmediate);

    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/acme\/lost.*database is locked/),
    );
    expect(catalog.list()).toContain(fileOf('a.example', 'taken'));
  });
});
