import { pageUrl, relativeUrl } from './urls';

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

describe('relativeUrl', () => {
  it.each([
    ['', 'guides/start/', 'guides/start/'],
    ['', '', './'],
    ['guides/start/', '', '../../'],
    ['guides/start/', 'guides/', '../'],
    ['guides/start/', 'guides/deploy/', '../deploy/'],
    ['guides/start/', 'reference/', '../../reference/'],
    ['guides/start/', 'img/logo.png', '../../img/logo.png'],
  ])('leads from %s to %s by %s', (from, to, reference) => {
    expect(relativeUrl(from, to)).toBe(reference);
  });
});
