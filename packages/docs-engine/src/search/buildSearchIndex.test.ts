import { NO_FRONT_MATTER } from '../markdown/frontMatter';
import { createPage } from '../testing/createPage';
import { buildSearchIndex } from './buildSearchIndex';
import { readSections } from './readSections';

const HTML =
  '<p>Intro</p><h2 id="one">One<a class="headerlink" href="#one">¶</a></h2>' +
  '<p>x &amp; y</p><pre><code>a\n  b</code></pre><ul><li>l1</li><li>l2</li></ul>';

describe('buildSearchIndex', () => {
  const page = {
    ...createPage('a.md'),
    url: 'a/',
    title: 'A',
    ...readSections(HTML),
  };

  it('writes one document per page and one per section', () => {
    const index = JSON.parse(buildSearchIndex([page]));
    expect(index.docs).toEqual([
      { location: 'a/', title: 'A', text: 'Intro One x & y a b l1 l2' },
      { location: 'a/#one', title: 'One', text: 'x & y a b l1 l2' },
    ]);
  });

  it('leaves out a page that does not want to be found', () => {
    const frontMatter = { ...NO_FRONT_MATTER, isHiddenFromSearch: true };
    const index = JSON.parse(buildSearchIndex([{ ...page, frontMatter }]));
    expect(index.docs).toEqual([]);
  });
});

describe('readSections', () => {
  it('collects everything that a link may name', () => {
    const { anchors } = readSections(
      '<h1 id="top"></h1><a name="old"></a><p id="p"></p><input id="i">',
    );
    expect(anchors).toEqual(['top', 'old', 'p', 'i']);
  });
});
