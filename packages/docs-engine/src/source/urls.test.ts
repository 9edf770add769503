import { pageOutput, pageUrl, relativeUrl } from './urls';

describe('pageUrl', () => {
  it.each([
    ['index.md', ''],
    ['README.md', ''],
    ['start.md', 'start/'],
    ['guides/index.md', 'guides/'],
    ['guides/start.md', 'guides/start/'],
    ['a b/"x".md', 'a%20b/%22x%22/'],
  ])('gives %s the address %s', (file, url) => {
    expect(pageUrl(file)).toBe(url);
  });
});

describe('pageOutput', () => {
  it.each([
    ['a/b.md', true, 'a/b/index.html'],
    ['a/b.md', false, 'a/b.html'],
    ['a/README.md', false, 'a/index.html'],
  ])('writes %s, with directory URLs: %s, to %s', (file, uses, output) => {
    expect(pageOutput(file, uses)).toBe(output);
  });
});

describe('relativeUrl', () => {
  it.each([
    ['', 'guides/start/', 'guides/start/'],
    ['', '', './'],
    ['guides/start/', '', '../../'],
    ['guides/start/', 'guides/', '../'],
    ['guides/start/', 'guides/deploy/', '../deploy/'],
    ['guides/start/', 'reference/', '../../reference/'],
    ['guides/start/', 'img/logo.png', '../../img/logo.png'],
    ['a/b.html', 'c.html', '../c.html'],
    ['a/b.html', 'a/c.html', 'c.html'],
  ])('leads from %s to %s by %s', (from, to, reference) => {
    expect(relativeUrl(from, to)).toBe(reference);
  });
});
