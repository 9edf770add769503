import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createOrders,
  createTestHost,
  DANA,
  ORDERS,
  type TestHost,
} from '../__testUtils__/createTestHost';
import {
  installFaultyGit,
  type FaultyCall,
  type GitFault,
} from '../__testUtils__/faultyGit';
import type { ForgeChildTask } from '../__testUtils__/forgeChild';
import { gitClient } from '../__testUtils__/gitClient';
import { runForgeChild } from '../__testUtils__/runForgeChild';

jest.setTimeout(60_000);

/** More calls of Git than any action makes. */
const MAX_CALLS = 60;

describe('a process that is killed', () => {
  let work: string;
  let source: string;
  let forge: TestHost;

  beforeEach(async () => {
    work = await mkdtemp(join(tmpdir(), 'forge-crash-'));
    source = await mkdtemp(join(tmpdir(), 'forge-source-'));
    for (let index = 0; index < 40; index++) {
      await writeFile(join(source, `file-${index}`), `${index}\n`.repeat(2000));
    }
    forge = await createTestHost();
  });

  afterEach(async () => {
    await forge.remove();
    await rm(work, { recursive: true });
    await rm(source, { recursive: true });
  });

  const creation = (): ForgeChildTask => ({
    directory: forge.directory,
    method: 'createRepository',
    options: {
      ...ORDERS,
      directory: source,
      message: 'Begin',
      actor: DANA,
      idempotencyKey: 'task-1',
    },
  });
  const bare = () => join(forge.directory, 'acme/orders.git');
  const fsck = () => gitClient(['fsck', '--strict', '--no-dangling'], bare());

  /** Runs a task with a fault at the first call of Git, then at the second, until it gets through. */
  async function failAtEveryCall(
    task: () => ForgeChildTask | Promise<ForgeChildTask>,
    call: Omit<FaultyCall, 'at'>,
    check: (
      outcome: { isDone: boolean; stderr: string },
      later: TestHost,
    ) => Promise<void>,
  ): Promise<number> {
    for (let at = 1; at < MAX_CALLS; at++) {
      const path = await installFaultyGit(join(work, 'bin'), { ...call, at });
      const outcome = await runForgeChild(await task(), { path });
      const later = await forge.restart();
      await later.host.catchUp();
      expect(await readdir(join(forge.directory, '.staging'))).toEqual([]);
      await check(outcome, later);
      if (outcome.isDone) {
        return at;
      }
    }
    throw new Error('The task never got through');
  }

  async function expectWholeOrNone(later: TestHost): Promise<void> {
    const repositories = await later.host.listRepositories();
    if (repositories.length > 0) {
      await fsck();
      const { entries } = await later.host.readTree(ORDERS);
      expect(entries).toHaveLength(40);
    } else {
      expect(
        await readdir(join(forge.directory, 'acme')).catch(() => []),
      ).toEqual([]);
    }
  }

  it.each<GitFault>(['kill-before', 'kill-after', 'full-disk'])(
    'leaves one whole repository or none, with %s at every call of Git',
    async fault => {
      const calls = await failAtEveryCall(
        creation,
        { fault },
        async ({ isDone, stderr }, later) => {
          await expectWholeOrNone(later);
          const explanation =
            fault === 'full-disk' && !isDone
              ? /ServiceUnavailableError: The disk .* full/
              : /^$/;
          expect(stderr).toMatch(explanation);
          const result = await runForgeChild(creation());
          expect(result).toMatchObject({ isDone: true });
          await fsck();
          await later.host.remove(ORDERS);
        },
      );
      expect(calls).toBeGreaterThan(2);
    },
    60_000,
  );

  it('leaves one whole repository or none, whenever it is killed', async () => {
    let killed = 0;
    for (let attempt = 0; attempt < 30; attempt++) {
      const outcome = await runForgeChild(creation(), {
        killAfterMs: attempt * 4,
      });
      killed += outcome.isKilled ? 1 : 0;
      const later = await forge.restart();
      expect(await readdir(join(forge.directory, '.staging'))).toEqual([]);
      await expectWholeOrNone(later);
      const wasTold = existsSync(join(bare(), 'announced.json'));
      await later.host.catchUp();
      const { commit } = await later.host.createRepository(
        creation().options as Parameters<typeof later.host.createRepository>[0],
      );
      expect(await later.host.resolveRevision(ORDERS)).toBe(commit);
      expect(
        later.events.filter(
          ({ type }) => type === 'push' || type === 'repository',
        ).length,
      ).toBe(wasTold ? 0 : 2);
      await later.host.remove(ORDERS);
    }
    expect(killed).toBeGreaterThan(5);
  }, 120_000);

  // Until a ref moves nobody sees anything of a commit or change, so killing around that is enough.
  const kills: Omit<FaultyCall, 'at'>[] = [
    { fault: 'kill-before', command: 'update-ref' },
    { fault: 'kill-after', command: 'update-ref' },
  ];

  it.each([...kills, { fault: 'full-disk' as const }])(
    'commits whole or not at all, with %j',
    async call => {
      const start = await createOrders(forge);
      const commit = (expectedHead: string) => ({
        ...ORDERS,
        branch: 'main',
        expectedHead,
        message: 'Add more',
        edits: [
          { path: 'more', content: 'x' },
          { path: 'docs/more', content: 'y' },
        ],
        actor: DANA,
      });
      await failAtEveryCall(
        () => ({
          directory: forge.directory,
          method: 'commit',
          options: commit(start),
        }),
        call,
        async (_outcome, later) => {
          await fsck();
          const head = await later.host.resolveRevision(ORDERS);
          const { entries } = await later.host.listFiles(ORDERS);
          expect(entries).toHaveLength(head === start ? 1 : 3);
          const retried = await later.host.commit(commit(start));
          expect(retried.parents).toEqual([start]);
          await gitClient(['update-ref', 'refs/heads/main', start], bare());
          await later.host.announcePush(ORDERS);
        },
      );
    },
    120_000,
  );

  it.each(kills)(
    'opens a change once, with %j',
    async call => {
      await createOrders(forge);
      let round = 0;
      const proposal = () => ({
        ...ORDERS,
        title: `Round ${round}`,
        edits: [{ path: `file-${round}`, content: 'x' }],
        actor: DANA,
      });
      await failAtEveryCall(
        () => {
          round += 1;
          return {
            directory: forge.directory,
            method: 'openChange',
            options: proposal(),
          };
        },
        call,
        async (_outcome, later) => {
          await later.host.openChange(proposal());
          const changes = await later.host.listChanges(ORDERS);
          expect(changes.map(({ title }) => title)).toEqual(
            Array.from(
              { length: round },
              (_, index) => `Round ${round - index}`,
            ),
          );
          const { branches } = await later.host.listRefs(ORDERS);
          expect(branches).toHaveLength(round + 1);
        },
      );
      await fsck();
    },
    120_000,
  );

  it.each(kills)(
    'merges a change once, with %j',
    async call => {
      await createOrders(forge);
      let round = 0;
      const open = async () => {
        round += 1;
        const { number, head } = await forge.host.openChange({
          ...ORDERS,
          title: `Round ${round}`,
          edits: [{ path: `file-${round}`, content: 'x' }],
          actor: DANA,
        });
        return { ...ORDERS, number, expectedHead: head, actor: DANA };
      };
      let merge = await open();
      await failAtEveryCall(
        () => ({
          directory: forge.directory,
          method: 'mergeChange',
          options: merge,
        }),
        call,
        async (_outcome, later) => {
          const { state } = await later.host.getChange(merge);
          const { entries } = await later.host.readTree(ORDERS);
          expect(entries).toHaveLength(state === 'merged' ? round + 1 : round);
          const merged = await later.host.mergeChange(merge);
          const { head } = await later.host.getRepository(ORDERS);
          expect(merged).toMatchObject({
            state: 'merged',
            endedBy: DANA.ref,
            mergeCommit: head,
          });
          merge = await open();
        },
      );
      await fsck();
    },
    120_000,
  );

  it('leaves locks that the next start takes away', async () => {
    const start = await createOrders(forge);
    for (const lock of [
      'refs/heads/main.lock',
      'packed-refs.lock',
      'HEAD.lock',
    ]) {
      await writeFile(join(bare(), lock), '');
    }
    const edit = {
      ...ORDERS,
      branch: 'main',
      expectedHead: start,
      message: 'Add x',
      edits: [{ path: 'x', content: 'x' }],
      actor: DANA,
    };
    await expect(forge.host.commit(edit)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    const later = await forge.restart();
    await expect(later.host.commit(edit)).resolves.toMatchObject({
      title: 'Add x',
    });
  });

  it('leaves a lock that does not stand in the way for ever', async () => {
    const start = await createOrders(forge);
    const lock = join(bare(), 'refs/heads/main.lock');
    const old = new Date(Date.now() - 120_000);
    await writeFile(lock, '');
    await utimes(lock, old, old);
    await expect(
      forge.host.commit({
        ...ORDERS,
        branch: 'main',
        expectedHead: start,
        message: 'Add x',
        edits: [{ path: 'x', content: 'x' }],
        actor: DANA,
      }),
    ).resolves.toMatchObject({ title: 'Add x' });
  });
});
