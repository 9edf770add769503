import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartOverWorkspaces } from './StartOverWorkspaces';

describe('StartOverWorkspaces', () => {
  let directory: string;
  let targetPath: string;
  const begun: string[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'workspaces-'));
    targetPath = join(directory, 'one');
    begun.length = 0;
  });

  afterEach(() => rm(directory, { recursive: true }));

  const open = (patienceMs = 10_000) =>
    StartOverWorkspaces.create({
      patienceMs,
      records: { beginAttempt: async taskId => void begun.push(taskId) },
    });

  /** As the scaffolder does: it makes the directory and then asks. */
  async function begin(workspaces: StartOverWorkspaces): Promise<void> {
    await mkdir(targetPath, { recursive: true });
    await workspaces.rehydrateWorkspace({ taskId: 'one', targetPath });
  }

  it('empties what a killed process has left, and nothing else', async () => {
    await mkdir(join(directory, 'one_step-fetch-1'));
    await mkdir(join(directory, 'one-more'));
    await mkdir(targetPath);
    await writeFile(join(targetPath, 'torn'), 'half');

    await begin(open());

    expect((await readdir(directory)).sort()).toEqual(['one', 'one-more']);
    expect(await readdir(targetPath)).toEqual([]);
    expect(begun).toEqual(['one']);
  });

  it('begins again at once when the attempt before has ended', async () => {
    const workspaces = open(0);
    await begin(workspaces);
    await rm(targetPath, { recursive: true });
    await begin(workspaces);
    expect(begun).toEqual(['one', 'one']);
  });

  it('waits for an attempt that is still at work in this process', async () => {
    const workspaces = open();
    await begin(workspaces);
    await writeFile(join(targetPath, 'file'), 'whole');
    const second = begin(workspaces);
    await sleep(300);
    expect(await readdir(targetPath)).toEqual(['file']);

    await rm(targetPath, { recursive: true });
    await second;
    expect(begun).toEqual(['one', 'one']);
  });

  it('gives up on one that does not end, and leaves its files alone', async () => {
    const workspaces = open(200);
    await begin(workspaces);
    await writeFile(join(targetPath, 'file'), 'whole');
    await expect(begin(workspaces)).rejects.toThrow('still running');
    expect(await readdir(targetPath)).toEqual(['file']);
  });
});
