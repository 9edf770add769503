import type { Entity } from '@backstage/catalog-model';
import { BuildQueue } from './BuildQueue';

function entity(name: string, title?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, title },
  };
}

/** A queue whose builds end when the test says so. */
function createQueue() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const queue = BuildQueue.create(({ metadata }) => {
    begun.push(metadata.title ?? metadata.name);
    return new Promise(resolve => {
      ends.push(resolve);
    });
  });
  const endOldest = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { queue, begun, endOldest };
}

describe('BuildQueue', () => {
  it('builds two sites at once', async () => {
    const { queue, begun, endOldest } = createQueue();
    ['a', 'b', 'c'].forEach(name => queue.add(entity(name)));
    expect(begun).toEqual(['a', 'b']);

    await endOldest();

    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('builds an entity again after its build, once and as it is then', async () => {
    const { queue, begun, endOldest } = createQueue();
    queue.add(entity('a', 'first'));
    queue.add(entity('a', 'second'));
    queue.add(entity('a', 'third'));
    expect(begun).toEqual(['first']);

    await endOldest();
    await endOldest();

    expect(begun).toEqual(['first', 'third']);
  });

  it('lets a push go before what is only looked at', async () => {
    const { queue, begun, endOldest } = createQueue();
    ['a', 'b', 'c', 'd'].forEach(name => queue.add(entity(name)));
    queue.add(entity('d'), { isUrgent: true });

    await endOldest();

    expect(begun).toEqual(['a', 'b', 'd']);
  });
});
