import type { Page } from '../page/Page';
import { buildAutomaticNavigation } from './buildAutomaticNavigation';
import { NavigationBuilder } from './NavigationBuilder';
import { countItems, listPages, type NavigationItem } from './NavigationItem';
import { pageTitle, titleFromName } from './titles';

function page(file: string): Page {
  return {
    file,
    url: file,
    title: `Title of ${file}`,
    html: '',
    headings: [],
    frontMatter: { hidesNavigation: false, hidesContents: false },
  };
}

function describeItem(item: NavigationItem): unknown {
  if (item.kind === 'section') {
    return { [item.title]: item.items.map(describeItem) };
  }
  return item.kind === 'link' ? item.href : item.title;
}

const pages = ['index.md', 'a.md', 'guides/b.md'].map(page);

describe('NavigationBuilder', () => {
  it('reads titles, implicit titles, sections and external links', () => {
    const { items, problems } = NavigationBuilder.create(pages).build([
      { Home: 'index.md' },
      'a.md',
      { Guides: ['guides/b.md', { Site: 'https://example.com' }] },
    ]);
    expect(items.map(describeItem)).toEqual([
      'Home',
      'Title of a.md',
      { Guides: ['Title of guides/b.md', 'https://example.com'] },
    ]);
    expect(problems).toEqual([]);
  });

  it('leaves out and names what does not exist or lies outside', () => {
    const { items, problems } = NavigationBuilder.create(pages).build([
      'missing.md',
      '../../etc/passwd',
      { Evil: 'vbscript:run' },
      { Empty: null },
      7,
    ]);
    expect(items).toEqual([]);
    expect(problems).toEqual([
      "nav entry 'missing.md' does not exist; left out",
      "nav entry '../../etc/passwd' is outside the documentation directory; left out",
      "nav entry 'vbscript:run' does not exist; left out",
      "nav entry 'Empty' names no file; left out",
      'nav has an entry without a file; left out',
    ]);
  });

  it('bounds the depth of fifty nested levels', () => {
    let nav: unknown[] = ['a.md'];
    for (let level = 50; level > 0; level -= 1) {
      nav = ['index.md', { [`Level ${level}`]: nav }];
    }
    const { items, problems } = NavigationBuilder.create(pages).build(nav);
    expect(countItems(items)).toBeLessThan(50);
    expect(problems).toEqual([
      'nav is nested deeper than 12 levels; what lies below is left out',
    ]);
  });

  it('bounds the number of entries', () => {
    const { items, problems } = NavigationBuilder.create(pages).build(
      Array(50_000).fill('a.md'),
    );
    expect(items.length).toBe(2_000);
    expect(problems).toEqual([
      'nav has more than 2000 entries; the rest is left out',
    ]);
  });

  it('refuses a nav that is not a list', () => {
    expect(() => NavigationBuilder.create(pages).build('index.md')).toThrow(
      'nav must be a list',
    );
  });
});

describe('buildAutomaticNavigation', () => {
  it('nests pages by directory', () => {
    const { items } = buildAutomaticNavigation(
      ['index.md', 'a.md', 'how-to/index.md', 'how-to/deep/x.md'].map(page),
    );
    expect(items.map(describeItem)).toEqual([
      'Title of index.md',
      'Title of a.md',
      {
        'How to': [
          'Title of how-to/index.md',
          { Deep: ['Title of how-to/deep/x.md'] },
        ],
      },
    ]);
  });
});

describe('listPages', () => {
  it('gives each page once in reading order', () => {
    const { items } = NavigationBuilder.create(pages).build([
      { Guides: ['guides/b.md'] },
      'a.md',
      'guides/b.md',
    ]);
    expect(listPages(items).map(({ file }) => file)).toEqual([
      'guides/b.md',
      'a.md',
    ]);
  });
});

describe('titles', () => {
  it('capitalises names that are all lower case', () => {
    expect(titleFromName('getting-started_now')).toBe('Getting started now');
    expect(titleFromName('API-v2')).toBe('API v2');
  });

  it('prefers front matter to the heading and the heading to the file name', () => {
    const file = 'my-page.md';
    const url = 'my-page/';
    expect(
      pageTitle({ file, url, frontMatterTitle: 'F', openingTitle: 'H' }),
    ).toBe('F');
    expect(pageTitle({ file, url, openingTitle: 'H' })).toBe('H');
    expect(pageTitle({ file, url })).toBe('My page');
    expect(pageTitle({ file: 'index.md', url: '' })).toBe('Home');
  });
});
