import { mockServices } from '@backstage/backend-test-utils';
import { IndexFreshness } from './IndexFreshness';

function createFreshness(
  counts: number[],
  rebuild = async (_taskId: string) => {},
) {
  const rebuilt: string[] = [];
  const freshness = IndexFreshness.create({
    countEntities: async () => counts.shift() ?? 0,
    rebuild: async taskId => {
      rebuilt.push(taskId);
      await rebuild(taskId);
    },
    logger: mockServices.logger.mock(),
  });
  return { freshness, rebuilt };
}

async function checkAll(freshness: IndexFreshness, times: number) {
  const answers: boolean[] = [];
  for (let index = 0; index < times; index += 1) {
    answers.push(await freshness.check());
  }
  return answers;
}

describe('IndexFreshness', () => {
  it('waits while the catalog fills and builds both indexes once it has settled', async () => {
    const { freshness, rebuilt } = createFreshness([0, 10, 40, 40]);

    await expect(checkAll(freshness, 3)).resolves.toEqual([
      false,
      false,
      false,
    ]);
    expect(rebuilt).toEqual([]);
    await expect(freshness.check()).resolves.toBe(true);
    expect(rebuilt).toEqual([
      'search_index_software_catalog',
      'search_index_techdocs',
    ]);
  });

  it('leaves an index alone that follows the catalog', async () => {
    const { freshness, rebuilt } = createFreshness([40, 40, 40, 40]);

    await checkAll(freshness, 4);

    expect(rebuilt.length).toBe(2);
  });

  it('builds again when an entity has come', async () => {
    const { freshness, rebuilt } = createFreshness([40, 40, 41, 41]);

    await checkAll(freshness, 4);

    expect(rebuilt.length).toBe(4);
  });

  it('goes on when a build is running already', async () => {
    const { freshness } = createFreshness([40, 40], async () => {
      throw new Error('Task is currently running');
    });

    await expect(checkAll(freshness, 2)).resolves.toEqual([false, true]);
  });

  it('stops watching when told to', async () => {
    const { freshness } = createFreshness([40, 40, 40]);
    const stopped = new AbortController();

    const watching = freshness.watch(stopped.signal);
    stopped.abort();

    await expect(watching).resolves.toBeUndefined();
  });
});
