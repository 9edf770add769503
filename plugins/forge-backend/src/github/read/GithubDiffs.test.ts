import type { FakeRepository } from '../testing/FakeRepository';
import { useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };

describe('Differences on GitHub', () => {
  const stage = useStage();
  let orders: FakeRepository;

  beforeEach(async () => {
    orders = await stage().fake.world.addRepository('acme', 'orders');
  });

  it('tells what was added, changed, renamed and deleted, as git does', async () => {
    const text = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join('');
    const from = await orders.push({
      'changed.md': 'one\n',
      'gone.md': 'bye\n',
      'old.md': text,
      'image.png': '\0one',
    });
    const to = await orders.push({
      'changed.md': 'two\n',
      'gone.md': null,
      'old.md': null,
      'new.md': `${text}more\n`,
      'image.png': '\0two',
      'empty.txt': '',
    });
    const { files, omittedFiles } = await stage().host.diff(NAME, { from, to });
    expect(omittedFiles).toBe(0);
    const find = (path: string) => files.find(file => file.path === path);
    expect(find('changed.md')).toEqual({
      path: 'changed.md',
      status: 'modified',
      additions: 1,
      deletions: 1,
      isBinary: false,
      patch:
        'diff --git a/changed.md b/changed.md\n--- a/changed.md\n+++ b/changed.md\n@@ -1 +1 @@\n-one\n+two\n',
    });
    expect(find('gone.md')?.patch).toContain('+++ /dev/null\n@@ -1 +0,0 @@');
    expect(find('new.md')).toMatchObject({
      status: 'renamed',
      oldPath: 'old.md',
      additions: 1,
      isBinary: false,
      patch: expect.stringContaining('rename from old.md\nrename to new.md\n'),
    });
    expect(find('image.png')).toMatchObject({ isBinary: true, additions: 0 });
    expect(find('empty.txt')).toMatchObject({ isBinary: false });
    // git itself takes every patch that is there.
    await orders.push({}, { branch: 'check', from });
    const patch = files.map(file => file.patch ?? '').join('');
    const env = { GIT_INDEX_FILE: `${orders.directory}/check` };
    await orders.git(['read-tree', from], { env });
    await orders.git(['apply', '--cached', '-'], { env, input: patch });
  });

  it('shows a first commit whole', async () => {
    const to = await orders.push({ 'a.md': 'one\ntwo' });
    const { files } = await stage().host.diff(NAME, { to });
    expect(files).toEqual([
      expect.objectContaining({ path: 'a.md', status: 'added', additions: 2 }),
    ]);
  });

  it('shows what every file of a later commit adds to nothing', async () => {
    await orders.push({ 'a.md': 'one\n' });
    const to = await orders.push({ 'b.md': 'two' });
    const { files } = await stage().host.diff(NAME, { to });
    expect(files.map(({ patch }) => patch)).toEqual([
      'diff --git a/a.md b/a.md\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+one\n',
      'diff --git a/b.md b/b.md\n--- /dev/null\n+++ b/b.md\n@@ -0,0 +1 @@\n+two\n\\ No newline at end of file\n',
    ]);
  });

  it('counts the files that GitHub leaves out', async () => {
    const from = await orders.push({ 'a.md': '1' });
    const files = Object.fromEntries(
      Array.from({ length: 305 }, (_, index) => [`f/${index}.md`, `${index}`]),
    );
    const to = await orders.push(files);
    const diff = await stage().host.diff(NAME, { from, to });
    expect(diff.files).toHaveLength(300);
    expect(diff.omittedFiles).toBe(5);
  }, 60_000);
});
