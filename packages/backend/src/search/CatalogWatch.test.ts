import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { CatalogWatch } from './CatalogWatch';

/** A watch over a catalog that the test changes between two looks. */
function createWatch() {
  const catalog = { count: 40, state: 'before' };
  const changes: string[] = [];
  const watch = CatalogWatch.create({
    state: {
      count: async () => catalog.count,
      read: async () => catalog.state,
    },
    onChange: change => changes.push(change),
    logger: mockServices.logger.mock(),
  });
  const look = async (next: Partial<typeof catalog> = {}) => {
    Object.assign(catalog, next);
    return watch.check();
  };
  return { watch, changes, look };
}

describe('CatalogWatch', () => {
  it('waits while the catalog fills and reports once it has settled', async () => {
    const { changes, look } = createWatch();

    await expect(look({ count: 0 })).resolves.toBe(false);
    await expect(look({ count: 10 })).resolves.toBe(false);
    await expect(look({ count: 40 })).resolves.toBe(false);
    expect(changes).toEqual([]);
    await expect(look()).resolves.toBe(true);
    await look();

    expect(changes).toEqual(['number']);
  });

  it('reports an entity that has come', async () => {
    const { changes, look } = createWatch();
    await look();
    await look();

    await look({ count: 41 });
    await look();

    expect(changes).toEqual(['number', 'number']);
  });

  it('reports expected content once it has come and settled', async () => {
    const { watch, changes, look } = createWatch();
    await watch.expectContent('url:a');

    await look();
    await look({ state: 'half' });
    await look({ state: 'after' });
    expect(changes).not.toContain('content');
    await look();
    await look();

    expect(changes.filter(change => change === 'content')).toHaveLength(1);
  });

  it('reports a second push to the same repository', async () => {
    const { watch, changes, look } = createWatch();
    await watch.expectContent('url:a');
    await look({ state: 'first' });
    await look();

    await watch.expectContent('url:a');
    await look({ state: 'second' });
    await look();

    expect(changes.filter(change => change === 'content')).toHaveLength(2);
  });

  it('looks at once when something is expected, and stops when told to', async () => {
    const { watch, changes, look } = createWatch();
    await look();
    const stopped = new AbortController();
    const watching = watch.watch(stopped.signal);
    await sleep(100);

    await look({ count: 41 });
    watch.expectChange();
    await sleep(1_000);
    stopped.abort();

    await expect(watching).resolves.toBeUndefined();
    expect(changes).toEqual(['number', 'number']);
  });
});
