import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createTestHost,
  DANA,
  FINN,
  ORDERS,
  type TestHost,
} from '../../__testUtils__/createTestHost';
import { gitClient } from '../../__testUtils__/gitClient';
import type { History } from './History';

jest.setTimeout(60_000);

const FIRST: History = {
  commits: [
    {
      message: 'Begin',
      actor: DANA,
      date: '2026-01-05T09:30:00+01:00',
      edits: [{ path: 'README.md', content: '# Orders\n' }],
    },
    {
      message: 'Add docs',
      actor: FINN,
      date: '2026-02-01T08:00:00Z',
      edits: [
        { path: 'docs/index.md', content: 'Hello\n' },
        { path: 'run', content: '#!/bin/sh\n', isExecutable: true },
      ],
    },
  ],
  tags: [
    { name: 'v1.0.0', commitIndex: 0 },
    { name: 'v1.1.0', commitIndex: 1, message: 'With docs' },
  ],
};
const SECOND: History = {
  commits: [
    ...FIRST.commits,
    {
      message: 'Remove the script',
      actor: DANA,
      date: '2026-03-01T08:00:00Z',
      edits: [{ path: 'run' }],
    },
  ],
  tags: [...(FIRST.tags ?? []).slice(1), { name: 'v2.0.0', commitIndex: 2 }],
};

describe('a repository that comes with the portal', () => {
  let forge: TestHost;

  beforeEach(async () => {
    forge = await createTestHost();
  });
  afterEach(() => forge.remove());

  const bare = () => join(forge.directory, 'acme/orders.git');
  const seed = (history: History, seedDigest: string) =>
    forge.host.seed({ ...ORDERS, isExample: true, history, seedDigest });
  const summary = async () => {
    const { items } = await forge.host.listCommits(ORDERS);
    const { tags } = await forge.host.listRefs(ORDERS);
    return {
      commits: items.map(
        ({ title, author, committedAt }) =>
          `${committedAt} ${author.name}: ${title}`,
      ),
      tags: tags.map(({ name }) => name),
    };
  };

  it('has its history with dates and tags', async () => {
    expect(await seed(FIRST, 'one')).toBe('created');
    expect(await summary()).toEqual({
      commits: [
        '2026-02-01T08:00:00+00:00 Finn Berg: Add docs',
        '2026-01-05T09:30:00+01:00 Dana Okafor: Begin',
      ],
      tags: ['v1.1.0', 'v1.0.0'],
    });
    expect(await forge.host.readSeed(ORDERS)).toEqual({
      digest: 'one',
      isUntouched: true,
    });
  });

  it('has the same commits wherever it is seeded', async () => {
    await seed(FIRST, 'one');
    const other = await createTestHost();
    await other.host.seed({ ...ORDERS, history: FIRST, seedDigest: 'one' });
    expect((await other.host.getRepository(ORDERS)).head).toBe(
      (await forge.host.getRepository(ORDERS)).head,
    );
    await other.remove();
  });

  it('follows a new history while nobody has touched it', async () => {
    await seed(FIRST, 'one');
    forge.events.length = 0;
    expect(await seed(SECOND, 'two')).toBe('replaced');
    expect(await summary()).toEqual({
      commits: [
        '2026-03-01T08:00:00+00:00 Dana Okafor: Remove the script',
        '2026-02-01T08:00:00+00:00 Finn Berg: Add docs',
        '2026-01-05T09:30:00+01:00 Dana Okafor: Begin',
      ],
      tags: ['v2.0.0', 'v1.1.0', 'v1.0.0'],
    });
    expect(
      forge.events.map(event => event.type === 'push' && event.ref),
    ).toEqual(['refs/heads/main', 'refs/tags/v2.0.0']);
    expect(await seed(SECOND, 'two')).toBe('kept');
    const { stdout } = await gitClient(
      ['for-each-ref', 'refs/groundwork'],
      bare(),
    );
    expect(stdout).toBe('');
  });

  it.each([
    [
      'a commit',
      () =>
        forge.host.resolveRevision(ORDERS).then(expectedHead =>
          forge.host.commit({
            ...ORDERS,
            branch: 'main',
            expectedHead,
            message: 'Mine',
            edits: [{ path: 'mine', content: 'x' }],
            actor: FINN,
          }),
        ),
    ],
    [
      'a proposal',
      () =>
        forge.host.openChange({
          ...ORDERS,
          title: 'Mine',
          edits: [{ path: 'mine', content: 'x' }],
          actor: FINN,
        }),
    ],
  ])('is left alone after %s', async (_what, touch) => {
    await seed(FIRST, 'one');
    await touch();
    const before = await summary();
    expect(await seed(SECOND, 'two')).toBe('kept');
    expect(await summary()).toEqual(before);
    expect(await forge.host.readSeed(ORDERS)).toEqual({
      digest: 'one',
      isUntouched: false,
    });
  });

  it('is replaced by the next start when a kill came between', async () => {
    await seed(FIRST, 'one');
    const file = join(bare(), 'groundwork.json');
    const before = JSON.parse(await readFile(file, 'utf8'));
    await seed(SECOND, 'two');
    const after = JSON.parse(await readFile(file, 'utf8'));
    // As the kill leaves it: both seeds are on record, and one tag is not there yet.
    await writeFile(
      file,
      JSON.stringify({ ...before, seed: [...before.seed, ...after.seed] }),
    );
    await gitClient(['update-ref', '-d', 'refs/tags/v2.0.0'], bare());
    expect(await forge.host.readSeed(ORDERS)).toEqual({
      digest: 'one and two',
      isUntouched: true,
    });
    expect(await seed(SECOND, 'two')).toBe('replaced');
    expect((await summary()).tags).toEqual(['v2.0.0', 'v1.1.0', 'v1.0.0']);
  });

  it('does not take over what somebody has made', async () => {
    await forge.host.createFromHistory({
      ...ORDERS,
      idempotencyKey: 'task',
      history: FIRST,
    });
    expect(await seed(SECOND, 'two')).toBe('kept');
    expect(await forge.host.readSeed(ORDERS)).toBeUndefined();
  });

  it.each([
    ['no commits', { commits: [] }],
    [
      'a tag of no commit',
      { ...FIRST, tags: [{ name: 'v1', commitIndex: 9 }] },
    ],
    [
      'a tag that is none',
      { ...FIRST, tags: [{ name: '..', commitIndex: 0 }] },
    ],
    [
      'a date that is none',
      { commits: [{ ...FIRST.commits[0], date: 'yesterday' }] },
    ],
  ])('is refused with %s', async (_what, history) => {
    await expect(seed(history, 'one')).rejects.toMatchObject({
      name: 'InputError',
    });
    expect(await forge.host.listRepositories()).toEqual([]);
  });
});
