import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { ForgeEvent } from '@groundwork/plugin-forge-node';
import { runGit } from '@groundwork/plugin-forge-node';
import { EmbeddedForgeHost } from '../embedded/EmbeddedForgeHost';
import { Seeder } from './Seeder';
import { Seeds } from './Seeds';
import { SeedDirectory } from './testing/seedDirectory';

const PLATFORM = { namespace: 'acme', name: 'platform' };
const PORTAL = { namespace: 'groundwork', name: 'portal' };

describe('Seeder', () => {
  let directory: SeedDirectory;
  let host: EmbeddedForgeHost;
  const events: ForgeEvent[] = [];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    events.length = 0;
    directory = await SeedDirectory.create();
    host = await EmbeddedForgeHost.create({
      directory: directory.pathOf('git'),
      namespaces: ['acme', 'groundwork'],
      maxBytes: 1_000_000,
      events: { emit: event => void events.push(event) },
      logger,
    });
    await host.start();
  });

  afterEach(() => directory.remove());

  async function seed({ isWithExamples = true } = {}) {
    const seeds = await Seeds.read(directory.seedsFile);
    await Seeder.create({ seeds, host, logger, isWithExamples }).run();
  }

  function git(name: string, ...args: string[]) {
    const cwd = join(host.directory, `${name}.git`);
    return runGit(args, { cwd, env: { GIT_DIR: cwd } });
  }

  async function commitAsSomebody() {
    const { head } = await host.getRepository(PLATFORM);
    return host.commit({
      ...PLATFORM,
      branch: 'main',
      expectedHead: head ?? '',
      message: 'Mine',
      edits: [{ path: 'mine.md', content: 'mine' }],
      actor: {
        ref: 'user:default/dana',
        signature: { name: 'Dana', email: 'dana@example.com' },
      },
    });
  }

  async function readContract() {
    const { text } = await host.readFile({ ...PLATFORM, path: 'openapi.yaml' });
    return text;
  }

  it('makes repositories with history and tags, and says so', async () => {
    await seed();

    await expect(
      git('acme/platform', 'log', '--format=%an|%aI|%s|%D'),
    ).resolves.toBe(
      [
        'Hana Novak|2026-03-01T10:00:00+00:00|feat: publish the contract|HEAD -> main, tag: service/v1.0.0',
        'Hana Novak|2026-02-09T09:12:00+01:00|docs: record decisions|',
        '',
      ].join('\n'),
    );
    await expect(host.getRepository(PLATFORM)).resolves.toMatchObject({
      description: 'The platform',
      owner: 'group:default/platform',
      isExample: true,
    });
    expect(logger.info).toHaveBeenCalledWith(
      'Seeds created: acme/platform, groundwork/portal',
    );
  });

  it('makes the same commits in every portal', async () => {
    await seed();
    const heads = [
      await host.getRepository(PLATFORM),
      await host.getRepository(PORTAL),
    ];
    await host.remove(PLATFORM);
    await host.remove(PORTAL);
    await seed();

    expect([
      await host.getRepository(PLATFORM),
      await host.getRepository(PORTAL),
    ]).toEqual(heads);
  });

  it('does nothing and says nothing when nothing has changed', async () => {
    await seed();
    events.length = 0;
    logger.info.mockClear();
    await seed();

    expect(events).toEqual([]);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('follows the files of the portal while nobody has committed', async () => {
    await seed();
    events.length = 0;
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    await seed();

    await expect(readContract()).resolves.toBe('openapi: 3.2.0\n');
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'push',
        ...PLATFORM,
        isDefaultBranch: true,
        changedPaths: [{ path: 'openapi.yaml', status: 'modified' }],
      }),
    );
    expect(logger.info).toHaveBeenCalledWith('Seeds replaced: acme/platform');
  });

  it('keeps the tags of versions that the files no longer bring', async () => {
    await seed();
    const before = await git('acme/platform', 'rev-parse', 'service/v1.0.0');
    await directory.editSeeds('service/v1.0.0', 'service/v1.1.0');
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    await seed();
    await seed();

    await expect(
      git('acme/platform', 'rev-parse', 'service/v1.0.0'),
    ).resolves.toBe(before);
    await expect(
      git('acme/platform', 'show', 'service/v1.1.0:openapi.yaml'),
    ).resolves.toBe('openapi: 3.2.0\n');
  });

  it('goes back with the files when it was killed while it followed them', async () => {
    const record = join(host.directory, 'acme/platform.git/groundwork.json');
    const readStates = async () =>
      JSON.parse(await readFile(record, 'utf8')).seed;
    await seed();
    const first = await readStates();
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    await seed();
    const states = [...first, ...(await readStates())];
    await writeFile(record, JSON.stringify({ seed: states }));
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.1.0\n');
    await seed();

    await expect(readContract()).resolves.toBe('openapi: 3.1.0\n');
  });

  it('leaves a repository alone once somebody has committed, and says so once', async () => {
    await seed();
    const { id } = await commitAsSomebody();
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    logger.info.mockClear();
    await seed();

    await expect(host.getRepository(PLATFORM)).resolves.toMatchObject({
      head: id,
    });
    expect(logger.info.mock.calls).toEqual([
      [
        'Somebody has worked on acme/platform, so it no longer follows the files of the portal',
      ],
    ]);
  });

  it('leaves a repository alone in which a branch was pushed', async () => {
    await seed();
    await git('acme/platform', 'branch', 'idea', 'main');
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    await seed();

    await expect(readContract()).resolves.toBe('openapi: 3.1.0\n');
  });

  it('leaves a repository alone that was there before', async () => {
    await host.createRepository({
      ...PLATFORM,
      directory: directory.pathOf('docs'),
      message: 'Ours',
      idempotencyKey: 'ours',
      actor: {
        ref: 'user:default/dana',
        signature: { name: 'Dana', email: 'dana@example.com' },
      },
    });
    await seed();
    await seed({ isWithExamples: false });

    await expect(
      host.readFile({ ...PLATFORM, path: 'index.md' }),
    ).resolves.toMatchObject({ text: '# Docs\n' });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('There was a repository acme/platform before'),
    );
  });

  it('sets examples aside and brings them back with what was done to them', async () => {
    await seed();
    const { id } = await commitAsSomebody();
    await seed({ isWithExamples: false });

    expect((await host.listRepositories()).map(({ name }) => name)).toEqual([
      'portal',
    ]);
    expect(events).toContainEqual({
      type: 'repository',
      host: 'embedded',
      ...PLATFORM,
      action: 'removed',
    });

    await seed();
    await expect(host.getRepository(PLATFORM)).resolves.toMatchObject({
      head: id,
    });
    expect(logger.info).toHaveBeenCalledWith('Seeds set aside: acme/platform');
    expect(logger.info).toHaveBeenCalledWith('Seeds restored: acme/platform');
  });

  it('brings no example in the first place where they are turned off', async () => {
    await seed({ isWithExamples: false });

    expect((await host.listRepositories()).map(({ name }) => name)).toEqual([
      'portal',
    ]);
  });

  it('updates an example that was aside while the files changed', async () => {
    await seed();
    await seed({ isWithExamples: false });
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    await seed();

    await expect(readContract()).resolves.toBe('openapi: 3.2.0\n');
  });

  it('logs a seed whose files are missing and plants the others', async () => {
    await rm(directory.pathOf('examples/platform'), { recursive: true });
    await seed();

    expect((await host.listRepositories()).map(({ name }) => name)).toEqual([
      'portal',
    ]);
    expect(logger.error).toHaveBeenCalledWith(
      'The repository acme/platform could not be seeded',
      expect.objectContaining({
        message: expect.stringContaining('examples/platform'),
      }),
    );
  });
});
