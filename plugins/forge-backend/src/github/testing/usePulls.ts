import type { OpenChangeOptions } from '@groundwork/plugin-forge-node';
import type { FakePull } from './FakePull';
import type { FakeRepository } from './FakeRepository';
import { DANA } from './startHost';
import { useStage } from './useStage';

/** The repository of the tests about changes. */
export const NAME = { namespace: 'acme', name: 'orders' };

/** What is proposed unless a test says otherwise. */
export const EDITS = [{ path: 'a.md', content: 'two\n' }];

/** Another person, whose name tries to be more than a name. */
export const VERA = {
  ref: 'user:default/vera',
  signature: { name: 'Vera *@acme/team*', email: 'vera@example.com' },
};

/** Starts a host with a repository before each test, and gives the ways to propose something there. */
export function usePulls(credentials: 'token' | 'app') {
  const stage = useStage({ credentials });
  let repository: { orders: FakeRepository; main: string };

  beforeEach(async () => {
    const orders = await stage().fake.world.addRepository('acme', 'orders');
    const main = await orders.push({ 'a.md': 'one\n', 'b.md': 'b\n' });
    repository = { orders, main };
  });

  return {
    stage,
    /** The repository, and where its default branch began. */
    repository: () => repository,
    /** Opens a change in the portal. */
    propose: (options: Partial<OpenChangeOptions> = {}) =>
      stage().host.openChange({
        ...NAME,
        title: 'Say two, not one!',
        description: 'Because it is **two**.',
        edits: EDITS,
        actor: DANA,
        ...options,
      }),
    /** A pull request that somebody opened on GitHub. */
    openOnGithub: async (
      options: { body?: string; fork?: string } = {},
    ): Promise<FakePull> => {
      const { orders } = repository;
      await orders.push(
        { 'b.md': 'c\n' },
        { branch: 'feature/c', from: 'main' },
      );
      const pull = await stage().fake.world.addPull(orders, {
        title: 'Change b',
        body: options.body ?? null,
        head: 'feature/c',
        base: 'main',
        login: 'octocat',
      });
      pull.fork = options.fork;
      return pull;
    },
  };
}
