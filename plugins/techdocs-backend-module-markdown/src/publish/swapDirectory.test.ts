import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import { swapDirectory } from './swapDirectory';

describe('swapDirectory', () => {
  const source = createMockDirectory();
  const target = createMockDirectory();

  beforeEach(() => {
    source.setContent({ 'index.html': 'new', a: { 'b.html': 'new' } });
    target.setContent({});
  });

  it('leaves nothing of what was there before, and nothing beside it', async () => {
    target.setContent({ site: { 'index.html': 'old', 'gone.html': 'old' } });

    const files = await swapDirectory(source.path, target.resolve('site'));

    expect(target.content()).toEqual({
      site: { 'index.html': 'new', a: { 'b.html': 'new' } },
    });
    expect(files.sort()).toEqual(['a/b.html', 'index.html']);
  });

  it('makes the place when there is none', async () => {
    await swapDirectory(source.path, target.resolve('x/y/site'));

    await expect(
      fs.readFile(target.resolve('x/y/site/index.html'), 'utf8'),
    ).resolves.toBe('new');
  });

  it('leaves the old site alone when the new one holds a link', async () => {
    target.setContent({ site: { 'index.html': 'old' } });
    await fs.symlink('/etc/hostname', source.resolve('a/link'));

    await expect(
      swapDirectory(source.path, target.resolve('site')),
    ).rejects.toThrow("'a/link' is not a file");

    expect(target.content()).toEqual({ site: { 'index.html': 'old' } });
  });
});
