import { createSeedHistory } from './createSeedHistory';
import { digestSeed } from './digestSeed';
import { Seeds } from './Seeds';
import type { SeedCommit } from './seedsSchema';
import { SeedDirectory } from './testing/seedDirectory';

describe('createSeedHistory', () => {
  let directory: SeedDirectory;

  beforeEach(async () => {
    directory = await SeedDirectory.create();
  });

  afterEach(() => directory.remove());

  async function create(first: Partial<SeedCommit> = {}) {
    const seeds = await Seeds.read(directory.seedsFile);
    const [seed] = seeds.repositories;
    seed.history[0] = { ...seed.history[0], ...first };
    const files = await seeds.readFiles(seed);
    const history = createSeedHistory(seed, { people: seeds.people, files });
    return { history, digest: digestSeed(seed, history) };
  }

  it('writes each file when its commit comes, and changed ones again', async () => {
    const { history } = await create();

    expect(
      history.commits.map(({ edits = [] }) =>
        edits.map(({ path, content }) => [path, content?.toString()]),
      ),
    ).toEqual([
      [['docs/log.md', '- 0001 Record\n']],
      [
        ['docs/log.md', '- 0001 Record\n- 0002 Ask\n'],
        ['openapi.yaml', 'openapi: 3.1.0\n'],
      ],
    ]);
  });

  it('names the author, the date and the tags', async () => {
    const { history } = await create();

    expect(history.commits[0]).toMatchObject({
      message: 'docs: record decisions',
      date: '2026-02-09T09:12:00+01:00',
      actor: {
        ref: 'user:default/hana',
        signature: { name: 'Hana Novak', email: 'hana@example.com' },
      },
    });
    expect(history.tags).toEqual([{ name: 'service/v1.0.0', commitIndex: 1 }]);
  });

  it('refuses a commit that changes nothing', async () => {
    await expect(
      create({ files: ['gone/**'], earlier: undefined }),
    ).rejects.toThrow(
      "The commit 'docs: record decisions' of acme/platform changes no file",
    );
  });

  it('refuses an earlier version of a file that is not in the commit', async () => {
    await expect(create({ files: ['openapi.yaml'] })).rejects.toThrow(
      "an earlier version of 'docs/log.md', which is not among its files",
    );
  });

  it('has the same digest until a file or the list of seeds changes', async () => {
    const { digest } = await create();
    await expect(create()).resolves.toHaveProperty('digest', digest);

    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.1.1\n');
    const afterEdit = (await create()).digest;
    await directory.editSeeds('description: The platform', 'description: Ours');
    const afterDescription = (await create()).digest;

    expect(new Set([digest, afterEdit, afterDescription]).size).toBe(3);
  });
});
