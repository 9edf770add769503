import { htmlOf, renderMarkdown } from '../testing/renderMarkdown';

describe('text', () => {
  it.each([
    ['==mark==', '<mark>mark</mark>'],
    ['^^new^^', '<ins>new</ins>'],
    ['~~old~~', '<del>old</del>'],
    ['H~2~O', 'H<sub>2</sub>O'],
    ['x^2^', 'x<sup>2</sup>'],
    ['{++new++}', '<ins class="critic">new</ins>'],
    ['{--old--}', '<del class="critic">old</del>'],
    [
      '{~~a *b*~>c~~}',
      '<del class="critic">a <em>b</em></del><ins class="critic">c</ins>',
    ],
    [
      '{==x==}{>>why<<}',
      '<mark class="critic">x</mark><span class="critic comment">why</span>',
    ],
    ['(c) (tm) --> <-- 1/2', '© ™ → ← ½'],
    ['1st and 112th', '1<sup>st</sup> and 112<sup>th</sup>'],
    [':tada: :thinking_face: :flag_de:', '🎉 🤔 🇩🇪'],
    [':material-icon:', ':material-icon:'],
    ['~5 and ~6', '~5 and ~6'],
    ['a_b_c and i++ and ++j', 'a_b_c and i++ and ++j'],
  ])('shows %j', (written, html) => {
    expect(htmlOf(written)).toBe(`<p>${html}</p>`);
  });

  it('leaves asterisks inside a word alone', () => {
    expect(htmlOf('2*3*4 is not *24*')).toBe('<p>2*3*4 is not <em>24</em></p>');
  });

  it('shows keys, and nothing else between plus signs', () => {
    expect(htmlOf('++ctrl+"Any"++')).toBe(
      '<p><span class="keys"><kbd>Ctrl</kbd><span>+</span><kbd>Any</kbd></span></p>',
    );
    expect(htmlOf('++no-key++')).toBe('<p>++no-key++</p>');
  });

  it('explains abbreviations', () => {
    expect(htmlOf('The API', '', '*[API]: Interface')).toContain(
      '<abbr title="Interface">API</abbr>',
    );
  });

  it('keeps line breaks and sets quotes where a site wants that', () => {
    const { html } = renderMarkdown(['"a"', 'b'], {
      keepsLineBreaks: true,
      hasTypography: true,
    });
    expect(html).toBe('<p>“a”<br />\nb</p>\n');
  });

  it('leaves formulas alone where a site has them', () => {
    const options = { hasFormulas: true };
    expect(renderMarkdown(['$a_b * c_d$ and $5'], options).html).toBe(
      '<p><span class="arithmatex">\\(a_b * c_d\\)</span> and $5</p>\n',
    );
    expect(renderMarkdown(['$a$'], {}).html).toBe('<p>$a$</p>\n');
  });
});

describe('links', () => {
  it.each([
    ['https://example.com/a_b.', 'https://example.com/a_b', '.'],
    ['https://example.com/X_(y)', 'https://example.com/X_(y)', ''],
    ['(https://example.com)', 'https://example.com', ')'],
  ])('are made of the address in %j', (written, address, rest) => {
    expect(htmlOf(written)).toContain(
      `<a href="${address}">${address}</a>${rest}`,
    );
  });

  it('are made of addresses of mail and of hosts that begin with www', () => {
    expect(htmlOf('a@example.com www.example.com file.md')).toBe(
      '<p><a href="mailto:a@example.com">a@example.com</a> <a href="http://www.example.com">www.example.com</a> file.md</p>',
    );
  });

  it('name issues and people where a site names its repository', () => {
    const { html } = renderMarkdown(['#12 ?3 @ann'], {
      shorthand: { provider: 'github', user: 'acme', repository: 'x' },
    });
    expect(html).toBe(
      '<p><a href="https://github.com/acme/x/issues/12">#12</a> <a href="https://github.com/acme/x/discussions/3">#3</a> <a href="https://github.com/ann">@ann</a></p>\n',
    );
  });

  it('may have a space before their name, and a footnote after their text', () => {
    const definitions = ['', '[b]: x.md', '[^1]: Note'];
    expect(htmlOf('[a] [b]', ...definitions)).toContain('<a href="x.md">a</a>');
    expect(htmlOf('[b][^1]', ...definitions)).toContain(
      '<a href="x.md">b</a><sup id="fnref:1">',
    );
  });

  it('pass through the resolver and are recorded with their line', () => {
    const { html, context } = renderMarkdown(
      ['x', '', '[a](b.md) text', '![i](c.png)', '<img src="d.png">'],
      {},
      {
        resolve: href => ({ href: `new/${href}`, file: href }),
        locate: href => ({ href, problem: 'is gone' }),
      },
    );
    expect(html).toContain('<a href="new/b.md">a</a>');
    expect(html).toContain('<img src="new/c.png" alt="i" />');
    expect(context.references).toEqual([
      {
        kind: 'link',
        written: 'b.md',
        line: 3,
        href: 'new/b.md',
        file: 'b.md',
      },
      {
        kind: 'image',
        written: 'c.png',
        line: 4,
        href: 'new/c.png',
        file: 'c.png',
      },
      {
        kind: 'image',
        written: 'd.png',
        isHtml: true,
        line: 5,
        href: 'd.png',
        problem: 'is gone',
      },
    ]);
  });
});
