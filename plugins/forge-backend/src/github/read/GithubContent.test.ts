import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { Readable } from 'node:stream';
import type { FakeRepository } from '../testing/FakeRepository';
import { errorOf, useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };

describe('The content of a repository on GitHub', () => {
  const stage = useStage();
  let orders: FakeRepository;
  let head: string;

  beforeEach(async () => {
    orders = await stage().fake.world.addRepository('acme', 'orders');
    head = await orders.push({
      'README.md': '# Orders\n',
      'docs/index.md': 'Hello',
      'docs/deep/er/page.md': 'Page',
      'image.png': '\0PNG',
      'odd #?%/näme {x}.txt': 'odd',
    });
  });

  /** Adds an entry that no file stands for. */
  async function addEntry(mode: string, path: string, content: string) {
    const id = /^160000$/.test(mode)
      ? head
      : (
          await orders.git(['hash-object', '-w', '--stdin'], { input: content })
        ).trim();
    const env = { GIT_INDEX_FILE: `${orders.directory}/extra` };
    await orders.git(['read-tree', 'main'], { env });
    await orders.git(
      ['update-index', '--add', '--cacheinfo', `${mode},${id},${path}`],
      { env },
    );
    const tree = (await orders.git(['write-tree'], { env })).trim();
    const commit = await orders.git([
      '-c',
      'user.name=a',
      '-c',
      'user.email=b',
      'commit-tree',
      tree,
      '-p',
      'main',
      '-m',
      'x',
    ]);
    await orders.moveRef('refs/heads/main', commit.trim());
  }

  it('lists a directory', async () => {
    await addEntry('120000', 'link', 'docs');
    await addEntry('160000', 'vendor', '');
    const tree = await stage().host.readTree(NAME);
    expect(tree.entries.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'file README.md',
      'directory docs',
      'file image.png',
      'symlink link',
      'directory odd #?%',
      'submodule vendor',
    ]);
    const docs = await stage().host.readTree({ ...NAME, path: 'docs/' });
    expect(docs.entries[1]).toEqual({
      name: 'index.md',
      path: 'docs/index.md',
      type: 'file',
      size: 5,
      id: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  });

  it.each([100_000, 3])(
    'lists every file when a tree is cut off after %d entries',
    async limit => {
      stage().fake.world.treeLimit = limit;
      const { entries, commit } = await stage().host.listFiles(NAME);
      expect(commit).toBe(head);
      expect(entries.map(({ path }) => path).sort()).toEqual([
        'README.md',
        'docs/deep/er/page.md',
        'docs/index.md',
        'image.png',
        'odd #?%/näme {x}.txt',
      ]);
    },
  );

  it('reads a file with what pages need', async () => {
    await addEntry('100755', 'run.sh', 'echo');
    const { host } = stage();
    expect(await host.readFile({ ...NAME, path: 'run.sh' })).toMatchObject({
      path: 'run.sh',
      size: 4,
      isExecutable: true,
      isBinary: false,
      text: 'echo',
    });
    const image = await host.readFile({ ...NAME, path: 'image.png' });
    expect(image).toMatchObject({ isBinary: true, isExecutable: false });
    expect(image.text).toBeUndefined();
    const odd = { ...NAME, path: 'odd #?%/näme {x}.txt' };
    expect((await host.readBytes(odd)).toString()).toBe('odd');
  });

  it.each([
    ['gone.md', 'NotFoundError'],
    ['README.md/x', 'NotFoundError'],
    ['docs', 'InputError'],
    ['', 'NotFoundError'],
    ['../../etc/passwd', 'InputError'],
  ])('reads no file at %p', async (path, name) => {
    const error = await errorOf(stage().host.readFile({ ...NAME, path }));
    expect(error.name).toBe(name);
  });

  it('does not follow links', async () => {
    await addEntry('120000', 'link.md', '/etc/passwd');
    const error = await errorOf(
      stage().host.readBytes({ ...NAME, path: 'link.md' }),
    );
    expect(error.message).toBe("'link.md' is a symlink, not a file");
  });

  it('reads a file as it is now, and as it was', async () => {
    const { host } = stage();
    await host.readFile({ ...NAME, path: 'README.md' });
    await orders.push({ 'README.md': '# New\n' });
    const now = await host.readFile({ ...NAME, path: 'README.md' });
    expect(now.text).toBe('# New\n');
    const then = await host.readFile({
      ...NAME,
      path: 'README.md',
      revision: head,
    });
    expect(then.text).toBe('# Orders\n');
  });

  it('asks nothing again that an id answers, and for the rest only whether it changed', async () => {
    const { fake, host } = stage();
    await host.listFiles(NAME);
    const before = fake.requests.length;
    await host.listFiles(NAME);
    const again = fake.requests.slice(before);
    expect(again.map(({ status }) => status)).toEqual([304, 304]);
  });

  it('archives a directory without a leading one, and without links that lead out', async () => {
    await addEntry('120000', 'docs/inside', 'index.md');
    await addEntry('120000', 'docs/outside', '../README.md');
    await addEntry('100755', 'docs/run.sh', 'echo');
    const archive = await stage().host.readArchive({ ...NAME, path: 'docs' });
    const found: string[] = [];
    const reader = extract();
    Readable.from(await buffer(archive)).pipe(reader);
    for await (const entry of reader) {
      const { name, mode = 0, type, linkname } = entry.header;
      const text = (await buffer(entry)).toString();
      found.push([type, mode.toString(8), name, linkname || text].join(' '));
    }
    expect(found.sort()).toEqual([
      'file 644 deep/er/page.md Page',
      'file 644 index.md Hello',
      'file 755 run.sh echo',
      expect.stringMatching(/^symlink \d+ inside index.md$/),
    ]);
  });

  it('says so when a repository has no commit yet', async () => {
    await stage().fake.world.addRepository('acme', 'empty');
    const empty = { namespace: 'acme', name: 'empty' };
    const error = await errorOf(stage().host.readTree(empty));
    expect(error.name).toBe('NotFoundError');
    expect(error.message).toContain('has no commit yet');
  });
});
