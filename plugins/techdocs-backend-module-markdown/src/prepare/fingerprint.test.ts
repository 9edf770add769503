import { createMockDirectory } from '@backstage/backend-test-utils';
import { fingerprint } from './fingerprint';

describe('fingerprint', () => {
  const source = createMockDirectory();

  it('stays the same while nothing that is published changes', async () => {
    source.setContent({ docs: { 'index.md': '# A' }, 'main.go': 'one' });
    const before = await fingerprint(source.path);
    source.addContent({ 'main.go': 'changed' });
    await expect(fingerprint(source.path)).resolves.toBe(before);
  });

  it('changes with a page, the configuration and a new file', async () => {
    source.setContent({ docs: { 'index.md': '# A' } });
    const seen = new Set([await fingerprint(source.path)]);
    source.addContent({ docs: { 'index.md': '# Longer' } });
    seen.add(await fingerprint(source.path));
    source.addContent({ 'mkdocs.yml': 'site_name: X' });
    seen.add(await fingerprint(source.path));
    source.addContent({ docs: { 'new.png': '' } });
    seen.add(await fingerprint(source.path));
    expect(seen.size).toBe(4);
  });
});
