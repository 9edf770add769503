import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import {
  createOrders,
  createTestHost,
  DANA,
  ORDERS,
  type TestHost,
} from '../__testUtils__/createTestHost';
import { commitFile, gitClient } from '../__testUtils__/gitClient';

jest.setTimeout(60_000);

const NOTHING = { name: 'NotFoundError' };
const UNFIT = { name: 'InputError' };

describe('the content of the embedded host', () => {
  let forge: TestHost;
  let work: string;
  let clone: string;
  let start: string;

  beforeAll(async () => {
    forge = await createTestHost();
    work = await mkdtemp(join(tmpdir(), 'forge-work-'));
    start = await createOrders(forge, {
      'README.md': '# Orders\n',
      'docs/a [b]*.md': 'odd\n',
      'docs/index.md': '\ufeffHello\r\n',
      'bin/run': '\0\x01',
    });
    const bare = join(forge.directory, 'acme/orders.git');
    await gitClient(['clone', '-q', bare, 'clone'], work);
    clone = join(work, 'clone');
    await symlink('../../../etc/passwd', join(clone, 'out'));
    await symlink('docs', join(clone, 'through'));
    await symlink('through/../../x', join(clone, 'tricky'));
    await symlink('docs/index.md', join(clone, 'in'));
    await gitClient(['add', '.'], clone);
    await gitClient(['commit', '-qm', 'Add links'], clone);
    await gitClient(['tag', '-am', 'One', 'v1'], clone);
    await gitClient(['branch', 'docs'], clone);
    await gitClient(['branch', 'release/1.x'], clone);
    // Takes the name of the first commit for another one.
    await gitClient(['branch', start], clone);
    await gitClient(['push', '-q', 'origin', '--all'], clone);
    await gitClient(['push', '-q', 'origin', '--tags'], clone);
    await forge.host.announcePush(ORDERS);
  });

  afterAll(async () => {
    await forge.remove();
    await rm(work, { recursive: true });
  });

  const head = () => forge.host.resolveRevision(ORDERS);

  it('lists branches with the default one first, and tags as commits', async () => {
    const { branches, tags } = await forge.host.listRefs(ORDERS);
    // The one that is called like a commit stands where its id, which differs from run to run, sorts it.
    expect(branches.map(({ name }) => name)).toEqual([
      'main',
      ...[start, 'docs', 'release/1.x'].sort(),
    ]);
    expect(tags).toEqual([{ name: 'v1', commit: await head() }]);
  });

  it.each([
    ['', 'main', ''],
    ['main', 'main', ''],
    ['docs/index.md', 'docs', 'index.md'],
    ['release/1.x/docs/index.md', 'release/1.x', 'docs/index.md'],
    ['v1/README.md', 'v1', 'README.md'],
  ])('splits %j', async (rest, revision, path) => {
    expect(await forge.host.splitRevision(ORDERS, rest)).toEqual({
      revision,
      path,
      commit: await head(),
    });
  });

  it('finds a commit by its id, short or whole, whatever a branch is called', async () => {
    for (const revision of [start, start.slice(0, 8)]) {
      expect(await forge.host.resolveRevision({ ...ORDERS, revision })).toBe(
        start,
      );
    }
  });

  it.each([
    'nothing',
    'HEAD~1',
    'main~1',
    'main^{tree}',
    '@{-1}',
    ':/Begin',
    '--all',
    '--output=/tmp/x',
    '../../x',
    'refs/groundwork/changes/1',
    'a'.repeat(40),
  ])('finds nothing at the revision %s', async revision => {
    await expect(
      forge.host.readTree({ ...ORDERS, revision }),
    ).rejects.toMatchObject(NOTHING);
    await expect(
      forge.host.listCommits({ ...ORDERS, revision }),
    ).rejects.toMatchObject(NOTHING);
  });

  it.each([
    '..',
    '../other.git/HEAD',
    'docs/../../x',
    '/etc/passwd',
    './README.md',
    'docs//index.md',
    '.git/config',
    'docs/.GIT/x',
    'a\0b',
    'x'.repeat(5000),
  ])('refuses the path %j', async path => {
    for (const read of ['readTree', 'readFile', 'readBytes'] as const) {
      await expect(forge.host[read]({ ...ORDERS, path })).rejects.toMatchObject(
        UNFIT,
      );
    }
  });

  it('does not show a commit that nothing contains any more', async () => {
    await gitClient(['checkout', '-q', '-b', 'secret'], clone);
    await commitFile(clone, 'secret.txt', 'x');
    await gitClient(['push', '-q', 'origin', 'secret'], clone);
    const { stdout } = await gitClient(['rev-parse', 'HEAD'], clone);
    const revision = stdout.trim();
    expect(await forge.host.getCommit(ORDERS, revision)).toMatchObject({
      id: revision,
    });
    await gitClient(['push', '-q', 'origin', ':secret'], clone);
    await gitClient(['checkout', '-q', 'main'], clone);
    await expect(forge.host.getCommit(ORDERS, revision)).rejects.toMatchObject(
      NOTHING,
    );
    await expect(
      forge.host.readFile({ ...ORDERS, revision, path: 'secret.txt' }),
    ).rejects.toMatchObject(NOTHING);
    await expect(
      forge.host.diff(ORDERS, { from: start, to: revision }),
    ).rejects.toMatchObject(NOTHING);
  });

  it('reads text with its mark and line ends, and knows what is none', async () => {
    expect(
      await forge.host.readFile({ ...ORDERS, path: 'docs/index.md' }),
    ).toMatchObject({
      text: '\ufeffHello\r\n',
      isBinary: false,
      isExecutable: false,
    });
    expect(
      await forge.host.readFile({ ...ORDERS, path: 'bin/run' }),
    ).toMatchObject({ isBinary: true });
    expect(
      await forge.host.readFile({ ...ORDERS, path: 'docs/a [b]*.md' }),
    ).toMatchObject({ text: 'odd\n' });
  });

  it('reads no file through a link', async () => {
    for (const path of ['out', 'in', 'through/index.md']) {
      await expect(
        forge.host.readFile({ ...ORDERS, path }),
      ).rejects.toMatchObject({
        name: expect.stringMatching(/InputError|NotFoundError/),
      });
    }
  });

  it('lists the commits that touched a path, a page at a time', async () => {
    const { items } = await forge.host.listCommits({
      ...ORDERS,
      path: 'docs/a [b]*.md',
    });
    expect(items.map(({ title }) => title)).toEqual(['Begin']);
    const first = await forge.host.listCommits({ ...ORDERS, limit: 1 });
    const second = await forge.host.listCommits({
      ...ORDERS,
      limit: 1,
      cursor: first.nextCursor,
    });
    expect([first, second].map(page => page.items[0].title)).toEqual([
      'Add links',
      'Begin',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each(['x', '--all', `${'a'.repeat(40)}.0`])(
    'refuses the cursor %s, which no list gave',
    async cursor => {
      await expect(
        forge.host.listCommits({ ...ORDERS, cursor }),
      ).rejects.toMatchObject({
        name: expect.stringMatching(/InputError|NotFoundError/),
      });
    },
  );

  it('compares with the empty tree, and finds renames', async () => {
    const all = await forge.host.diff(ORDERS, { to: start });
    expect(all.files.map(({ status }) => status)).toEqual([
      'added',
      'added',
      'added',
      'added',
    ]);
    const commit = await forge.host.commit({
      ...ORDERS,
      branch: 'main',
      expectedHead: await head(),
      message: 'Move',
      edits: [
        { path: 'README.md' },
        { path: 'GUIDE.md', content: '# Orders\n' },
      ],
      actor: DANA,
    });
    const moved = await forge.host.diff(ORDERS, {
      from: commit.parents[0],
      to: commit.id,
    });
    expect(moved.files).toEqual([
      {
        status: 'renamed',
        path: 'GUIDE.md',
        oldPath: 'README.md',
        additions: 0,
        deletions: 0,
        isBinary: false,
        patch: expect.stringContaining('rename to GUIDE.md'),
      },
    ]);
  });

  it('archives a directory without what leads out of it', async () => {
    const names: string[] = [];
    const reader = extract();
    reader.on('entry', (header, stream, next) => {
      names.push(`${header.type} ${header.name}`);
      stream.on('end', next).resume();
    });
    await pipeline(
      await forge.host.readArchive({ ...ORDERS, revision: 'v1' }),
      reader,
    );
    expect(names).toEqual([
      'file README.md',
      'file bin/run',
      'file docs/a [b]*.md',
      'file docs/index.md',
      'symlink in',
      'symlink through',
    ]);
  });

  it.each([
    ['/acme/orders', {}],
    [
      '/acme/orders/-/blob/main/docs/index.md',
      { revision: 'main', path: 'docs/index.md' },
    ],
    [
      '/acme/orders/-/tree/release/1.x/docs/',
      { revision: 'release/1.x', path: 'docs' },
    ],
    [
      '/acme/orders/-/blob/docs/README.md?x=1#L3',
      { revision: 'docs', path: 'README.md' },
    ],
  ])('locates %s', async (path, place) => {
    expect(
      await forge.host.locate(`https://forge.groundwork.internal${path}`),
    ).toEqual({ ...ORDERS, ...place });
  });

  it.each([
    'https://forge.groundwork.internal.evil.org/acme/orders',
    'https://evil.org/acme/orders',
    'http://forge.groundwork.internal/acme/orders',
    'https://forge.groundwork.internal:444/acme/orders',
    'https://user@evil.org/https://forge.groundwork.internal/acme/orders',
    'nonsense',
  ])('does not own %s', async url => {
    expect(forge.host.ownsUrl(url)).toBe(false);
    await expect(forge.host.locate(url)).rejects.toMatchObject(UNFIT);
  });

  it.each([
    '/acme/orders/-/blob/main/..%2F..%2F..%2Fother',
    '/acme/orders/-/blob/main/docs%2F..%2F..%2Fx',
    '/acme/..%2F..%2Fetc',
    '/.staging/x',
  ])('locates nothing outside a repository: %s', async path => {
    await expect(
      forge.host.locate(`https://forge.groundwork.internal${path}`),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/InputError|NotFoundError/),
    });
  });

  it('formats the address to store, at the default branch unless told otherwise', () => {
    expect(
      forge.host.formatUrl({ ...ORDERS, path: 'a b/ü#.md', view: 'blob' }),
    ).toBe(
      'https://forge.groundwork.internal/acme/orders/-/blob/main/a%20b/%C3%BC%23.md',
    );
    expect(
      forge.host.formatUrl({ ...ORDERS, revision: 'v1', view: 'tree' }),
    ).toBe('https://forge.groundwork.internal/acme/orders/-/tree/v1');
  });

  it('reads a damaged repository as damaged, and never the one around it', async () => {
    execFileSync('rm', ['-r', join(clone, '.git/objects')]);
    const outer = await createTestHost();
    await createOrders(outer);
    await gitClient(['init', '-q', outer.directory], work);
    await rm(join(outer.directory, 'acme/orders.git/objects'), {
      recursive: true,
    });
    await expect(outer.host.listRefs(ORDERS)).rejects.toThrow(/not a git/);
    expect(await readdir(outer.directory)).toContain('.git');
    await outer.remove();
  });
});
