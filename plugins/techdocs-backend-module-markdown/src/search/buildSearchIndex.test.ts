import { buildSearchIndex } from './buildSearchIndex';

describe('buildSearchIndex', () => {
  it('writes one document per page and one per section', () => {
    const index = JSON.parse(
      buildSearchIndex([
        {
          file: 'a.md',
          url: 'a/',
          title: 'A',
          headings: [],
          frontMatter: { hidesNavigation: false, hidesContents: false },
          html:
            '<p>Intro</p><h2 id="one">One<a class="headerlink" href="#one">¶</a></h2>' +
            '<p>x &amp; y</p><pre><code>a\n  b</code></pre><ul><li>l1</li><li>l2</li></ul>',
        },
      ]),
    );
    expect(index.docs).toEqual([
      { location: 'a/', title: 'A', text: 'Intro One x & y a b l1 l2' },
      { location: 'a/#one', title: 'One', text: 'x & y a b l1 l2' },
    ]);
  });
});
