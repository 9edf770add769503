import { MarkdownRenderer } from './MarkdownRenderer';

const renderer = MarkdownRenderer.create();

function render(...lines: string[]) {
  return renderer.render(lines.join('\n'), href => ({ href }));
}

function html(...lines: string[]): string {
  return render(...lines).html.replace(/>\n+</g, '><');
}

describe('MarkdownRenderer', () => {
  it('gives headings unique ids and links to themselves', () => {
    expect(html('# Code', '', '## Code')).toContain(
      '<h2 id="code_1">Code<a class="headerlink" href="#code_1" title="Permanent link">¶</a></h2>',
    );
  });

  it('lets an explicit id win over a made one', () => {
    const { headings } = render('# Setup', '', '# Other {#setup}');
    expect(headings.map(({ id }) => id)).toEqual(['setup_1', 'setup']);
  });

  it('takes the title only from a heading that opens the page', () => {
    expect(render('# First', 'text').openingTitle).toBe('First');
    expect(render('text', '', '# Later').openingTitle).toBeUndefined();
  });

  it('replaces [TOC] with the contents', () => {
    expect(html('# A', '', '[TOC]', '', '## B')).toContain(
      '<div class="toc"><ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li></ul></div>',
    );
  });

  it('puts tables into a box that scrolls and takes focus', () => {
    expect(html('|a|b|', '|-|-:|', '|1|2|')).toMatch(
      /^<div class="md-typeset__scrollwrap" tabindex="0" role="group" aria-label="Table"><div class="md-typeset__table"><table>/,
    );
  });

  it('renders admonitions with a type, a title and nested blocks', () => {
    expect(
      html('!!! warning "Mind *this*"', '    Text', '', '    - item'),
    ).toBe(
      '<div class="admonition warning"><p class="admonition-title">Mind <em>this</em></p><p>Text</p><ul><li>item</li></ul></div>\n',
    );
  });

  it('titles an admonition after its type and omits an empty title', () => {
    expect(html('!!! note', '    x')).toContain('title">Note</p>');
    expect(html('!!! note ""', '    x')).not.toContain('admonition-title');
  });

  it('interrupts a paragraph with an admonition and ends it at lesser indentation', () => {
    expect(html('before', '!!! tip', '    inside', 'after')).toBe(
      '<p>before</p><div class="admonition tip"><p class="admonition-title">Tip</p><p>inside</p></div><p>after</p>\n',
    );
  });

  it('nests admonitions and code inside list items', () => {
    expect(
      html(
        '- item',
        '',
        '    !!! note',
        '        ```',
        '        x',
        '        ```',
      ),
    ).toContain(
      '<li><p>item</p><div class="admonition note"><p class="admonition-title">Note</p><div class="highlight"><pre><code tabindex="0">x\n</code></pre></div></div></li>',
    );
  });

  it('renders collapsible call-outs, open ones with a plus', () => {
    expect(html('??? info "More"', '    x')).toBe(
      '<details class="info"><summary>More</summary><p>x</p></details>\n',
    );
    expect(html('???+ info', '    x')).toContain('<details class="info" open');
  });

  it('renders content tabs as labelled radio buttons', () => {
    const result = html('=== "One"', '    a', '', '=== "Two"', '    b');
    expect(result).toContain('<label for="__tabbed_1_2">Two</label>');
    expect(result).toContain('<div class="tabbed-block"><p>b</p></div>');
    expect(html('=== "One"', '    a', '=== "[x](y.md)"', '    b')).toContain(
      '<a href="y.md">x</a>',
    );
  });

  it('renders definition lists, abbreviations, footnotes and strikethrough', () => {
    expect(html('Term', ':   Text')).toContain('<dt>Term</dt><dd>Text</dd>');
    expect(html('The API', '', '*[API]: Interface')).toContain(
      '<abbr title="Interface">API</abbr>',
    );
    expect(html('a[^x]', '', '[^x]: Note')).toContain(
      '<sup id="fnref:x"><a class="footnote-ref" href="#fn:x">1</a></sup>',
    );
    expect(html('~~gone~~')).toBe('<p><del>gone</del></p>\n');
  });

  it('renders task lists as named check boxes', () => {
    expect(html('- [x] done', '- [ ] open')).toBe(
      '<ul><li class="task-list-item"><input type="checkbox" disabled checked aria-label="Done" /> done</li><li class="task-list-item"><input type="checkbox" disabled aria-label="Not done" /> open</li></ul>\n',
    );
  });

  it('applies attribute lists to blocks, headings and inline elements', () => {
    expect(html('Text', '{: .lead #intro }')).toBe(
      '<p id="intro" class="lead">Text</p>\n',
    );
    expect(html('[x](y){ .md-button } z')).toBe(
      '<p><a href="y" class="md-button">x</a> z</p>\n',
    );
  });

  it('keeps path parameters, which only look like attribute lists', () => {
    expect(html('GET /users/{id}')).toBe('<p>GET /users/{id}</p>\n');
    expect(html('## GET {id}')).toContain('>GET {id}<');
  });

  it('highlights code, shows its title and leaves unknown languages plain', () => {
    expect(html('```python title="app.py"', 'def f(): pass', '```')).toContain(
      '<div class="language-python highlight"><span class="filename">app.py</span><pre><code tabindex="0"><span class="hljs-keyword">def</span>',
    );
    expect(html('```{ .yaml }', 'a: 1', '```')).toContain('language-yaml');
    expect(html('```nolang', '<b>', '```')).toContain('&lt;b&gt;');
  });

  it('keeps Mermaid diagrams as readable text', () => {
    expect(html('```mermaid', 'A --> B', '```')).toBe(
      '<pre class="mermaid"><code tabindex="0">A --&gt; B\n</code></pre>\n',
    );
  });

  it('links web addresses but not file names', () => {
    expect(html('https://example.com and file.md')).toBe(
      '<p><a href="https://example.com">https://example.com</a> and file.md</p>\n',
    );
  });

  it('passes every reference through the resolver and reports its line', () => {
    const { html: result, problems } = renderer.render(
      'x\n\n[a](b.md) ![i](c.png)',
      href => ({ href: `new/${href}`, problem: `'${href}' is broken` }),
    );
    expect(result).toContain('<a href="new/b.md">a</a>');
    expect(result).toContain('<img src="new/c.png" alt="i" />');
    expect(problems).toEqual([
      "line 3: 'b.md' is broken",
      "line 3: 'c.png' is broken",
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](<java script:alert(1)>){ onclick="alert(1)" }',
    '![x](x){ onerror="alert(1)" style="position:fixed" }',
    '# x {onclick="alert(1)"}',
    '!!! note "<img src=x onerror=alert(1)>"\n    x',
    '=== "<svg onload=alert(1)>"\n    x',
    '```js title="<script>alert(1)</script>"\nx\n```',
    '```"><script>alert(1)</script>\nx\n```',
    '*[API]: "><script>alert(1)</script>\n\nAPI',
    '[^"><script>]\n\n[^"><script>]: x',
    '<a title=\'\n\n```html\n" onmouseover="alert(1)\n```\n\n\'>x</a>',
  ])('renders %j without anything that runs', text => {
    const result = render(text).html;
    expect(result).not.toMatch(/<script|<svg|<iframe/i);
    expect(result).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/i);
    expect(result).not.toMatch(/(?:href|src)="\s*javascript:/i);
    expect(result).not.toMatch(/style="[^"]*position/i);
  });

  it.each([
    ['quotes', '>'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a _b '.repeat(10_000)],
    ['attribute lists', '{: '.repeat(20_000)],
    ['spaces before a brace', `x${' '.repeat(50_000)}{`],
    ['admonition markers', `!!! ${'a '.repeat(20_000)}!`],
    ['tab markers', '=== "'.repeat(10_000)],
    [
      'abbreviations',
      Array.from({ length: 5_000 }, (_, i) => `*[a${i}]: x`).join('\n'),
    ],
  ])('survives a page of nothing but %s', (_name, text) => {
    expect(typeof render(text).html).toBe('string');
  });
});
