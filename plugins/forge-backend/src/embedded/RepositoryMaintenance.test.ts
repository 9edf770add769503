import {
  mkdir,
  mkdtemp,
  readdir,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createOrders,
  createTestHost,
  DANA,
  ORDERS,
  type TestHost,
} from '../__testUtils__/createTestHost';
import { installFaultyGit } from '../__testUtils__/faultyGit';
import { commitFile, gitClient } from '../__testUtils__/gitClient';

jest.setTimeout(60_000);

describe('looking after the repositories', () => {
  let forge: TestHost;

  beforeEach(async () => {
    forge = await createTestHost();
    await createOrders(forge);
  });
  afterEach(() => forge.remove());

  const bare = () => join(forge.directory, 'acme/orders.git');
  const listPacks = async () =>
    (await readdir(join(bare(), 'objects/pack'))).filter(name =>
      name.endsWith('.pack'),
    );

  it('makes few packs of many, and loses nothing', async () => {
    const work = await mkdtemp(join(tmpdir(), 'forge-work-'));
    await gitClient(['clone', '-q', bare(), 'clone'], work);
    const clone = join(work, 'clone');
    await gitClient(['config', 'receive.unpackLimit', '1'], bare());
    for (let index = 0; index < 22; index++) {
      await commitFile(clone, `file-${index}`, String(index));
      await gitClient(['push', '-q'], clone);
    }
    expect((await listPacks()).length).toBeGreaterThan(20);

    await forge.host.maintain();

    expect((await listPacks()).length).toBeLessThan(5);
    await gitClient(['fsck', '--strict'], bare());
    const { entries } = await forge.host.readTree(ORDERS);
    expect(entries).toHaveLength(23);
    expect((await forge.host.getRepository(ORDERS)).head).toBe(
      await forge.host.resolveRevision(ORDERS),
    );
    await rm(work, { recursive: true });
  });

  it('clears away packs that nobody finishes, and leaves those that come in', async () => {
    const objects = join(bare(), 'objects');
    const old = new Date(Date.now() - 600_000);
    for (const name of ['tmp_objdir-incoming-old', 'tmp_objdir-incoming-new']) {
      await mkdir(join(objects, name, 'pack'), { recursive: true });
      await writeFile(join(objects, name, 'pack/tmp_pack_x'), 'x');
    }
    for (const path of ['', '/pack', '/pack/tmp_pack_x']) {
      await utimes(join(objects, `tmp_objdir-incoming-old${path}`), old, old);
    }
    await writeFile(join(objects, 'pack/tmp_pack_y'), 'y');
    await utimes(join(objects, 'pack/tmp_pack_y'), old, old);

    await forge.restart();

    expect((await readdir(objects)).sort()).toEqual([
      'info',
      'pack',
      'tmp_objdir-incoming-new',
    ]);
    expect(await readdir(join(objects, 'pack'))).not.toContain('tmp_pack_y');
  });

  it('frees at once what Git leaves behind on a full disk', async () => {
    const loose = join(bare(), 'objects/aa');
    await mkdir(loose);
    await writeFile(join(loose, 'tmp_obj_x'), 'x');
    const bin = await mkdtemp(join(tmpdir(), 'forge-bin-'));
    const start = await forge.host.resolveRevision(ORDERS);
    const path = process.env.PATH;
    process.env.PATH = await installFaultyGit(bin, {
      fault: 'full-disk',
      command: 'hash-object',
      at: 1,
    });
    await expect(
      forge.host.commit({
        ...ORDERS,
        branch: 'main',
        expectedHead: start,
        message: 'Add x',
        edits: [{ path: 'x', content: 'x' }],
        actor: DANA,
      }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining(forge.directory),
    });
    process.env.PATH = path;
    expect(await readdir(loose)).toEqual([]);
    await rm(bin, { recursive: true });
  });

  it('goes on with the others when one is damaged', async () => {
    await mkdir(join(forge.directory, 'acme/broken.git'));
    await writeFile(join(forge.directory, 'acme/broken.git/HEAD'), 'nonsense');
    const later = await forge.restart();
    await later.host.catchUp();
    await later.host.maintain();
    expect(await later.host.listRepositories()).toEqual([
      expect.objectContaining(ORDERS),
    ]);
    expect(later.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('acme/broken'),
      expect.anything(),
    );
  });
});
