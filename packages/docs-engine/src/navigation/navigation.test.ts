import { createPage } from '../testing/createPage';
import { nestPaths } from './nestPaths';
import { NavigationBuilder } from './NavigationBuilder';
import { countItems, listPages, type NavigationItem } from './NavigationItem';
import { pageTitle, stripTags, titleFromName } from './titles';

function describeItem(item: NavigationItem): unknown {
  if (item.kind === 'section') {
    return { [item.title]: item.items.map(describeItem) };
  }
  return item.kind === 'link' ? item.href : item.page.title;
}

const FILES = ['index.md', 'a.md', 'guides/b.md'];

function createBuilder(options?: { hasSectionIndexes: boolean }) {
  return NavigationBuilder.create(FILES.map(createPage), options);
}

describe('NavigationBuilder', () => {
  it('reads titles, implicit titles, sections and external links', () => {
    const { items, problems } = createBuilder().build([
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

  it('gives a page the first title that the navigation has for it', () => {
    const { items } = createBuilder().build([
      { First: 'a.md' },
      { Second: 'a.md' },
    ]);
    expect(items.map(describeItem)).toEqual(['First', 'First']);
  });

  it('makes the index of a section its page where the site wants that', () => {
    const nav = [{ Guides: ['index.md', 'guides/b.md'] }];
    const [section] = createBuilder({ hasSectionIndexes: true }).build(
      nav,
    ).items;
    expect(section).toMatchObject({
      title: 'Guides',
      index: { file: 'index.md' },
      items: [{ page: { file: 'guides/b.md' } }],
    });
    expect(listPages([section]).map(({ file }) => file)).toEqual([
      'index.md',
      'guides/b.md',
    ]);
  });

  it('takes a directory for the page that it opens with', () => {
    const builder = NavigationBuilder.create(
      ['index.md', 'guides/index.md'].map(createPage),
    );
    expect(builder.build([{ Guides: 'guides/' }]).items).toMatchObject([
      { page: { file: 'guides/index.md' } },
    ]);
  });

  it('cuts what other themes let sites add to an address', () => {
    const { items } = createBuilder().build([
      { Site: 'https://example.com/x" target="_blank' },
    ]);
    expect(items).toEqual([
      { kind: 'link', title: 'Site', href: 'https://example.com/x' },
    ]);
  });

  it('leaves out and names what does not exist or lies outside', () => {
    const { items, problems } = createBuilder().build([
      'missing.md',
      '../../etc/passwd',
      { Evil: 'vbscript:run' },
      { Empty: null },
      7,
    ]);
    expect(items).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
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
    const { items, problems } = createBuilder().build(nav);
    expect(countItems(items)).toBeLessThan(50);
    expect(problems.map(({ message }) => message)).toEqual([
      'nav is nested deeper than 12 levels; what lies below is left out',
    ]);
  });

  it('bounds the number of entries', () => {
    const { items, problems } = createBuilder().build(
      Array(50_000).fill('a.md'),
    );
    expect(items.length).toBe(2_000);
    expect(problems.map(({ message }) => message)).toEqual([
      'nav has more than 2000 entries; the rest is left out',
    ]);
  });

  it('refuses a nav that is not a list', () => {
    expect(() => createBuilder().build('index.md')).toThrow(
      'nav must be a list',
    );
  });
});

describe('nestPaths', () => {
  it('nests pages by directory', () => {
    expect(
      nestPaths(['index.md', 'a.md', 'how-to/index.md', 'how-to/deep/x.md']),
    ).toEqual([
      'index.md',
      'a.md',
      { 'How to': ['how-to/index.md', { Deep: ['how-to/deep/x.md'] }] },
    ]);
  });
});

describe('listPages', () => {
  it('gives each page once in reading order', () => {
    const { items } = createBuilder().build([
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
    expect(
      pageTitle({
        file,
        isHome: false,
        frontMatterTitle: 'F',
        openingTitle: 'H',
      }),
    ).toBe('F');
    expect(pageTitle({ file, isHome: false, openingTitle: 'H' })).toBe('H');
    expect(pageTitle({ file, isHome: false })).toBe('My page');
    expect(pageTitle({ file: 'index.md', isHome: true })).toBe('Home');
  });

  it('reduces HTML to its text', () => {
    expect(stripTags('<span class="x">A <img src="y"></span> b')).toBe('A b');
  });
});
