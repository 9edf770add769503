import { createMockDirectory } from '@backstage/backend-test-utils';
import { fingerprintSource } from './fingerprint';

describe('fingerprintSource', () => {
  const source = createMockDirectory();

  it('stays the same while nothing that is published changes', () => {
    source.setContent({ docs: { 'index.md': '# A' }, 'main.go': 'one' });
    const before = fingerprintSource(source.path);
    source.addContent({ 'main.go': 'changed' });
    expect(fingerprintSource(source.path)).toBe(before);
  });

  it('changes with a page, the configuration and a new file', () => {
    source.setContent({ docs: { 'index.md': '# A' } });
    const seen = new Set([fingerprintSource(source.path)]);
    source.addContent({ docs: { 'index.md': '# Longer' } });
    seen.add(fingerprintSource(source.path));
    source.addContent({ 'mkdocs.yml': 'site_name: X' });
    seen.add(fingerprintSource(source.path));
    source.addContent({ docs: { 'new.png': '' } });
    seen.add(fingerprintSource(source.path));
    expect(seen.size).toBe(4);
  });

  it('leaves a configuration that takes long to read to the build', () => {
    source.setContent({
      docs: { 'index.md': '' },
      'mkdocs.yml': '#'.repeat(65 * 1024),
    });
    expect(fingerprintSource(source.path)).toBeUndefined();
  });
});
