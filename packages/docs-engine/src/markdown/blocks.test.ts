import { htmlOf, renderMarkdown } from '../testing/renderMarkdown';

describe('headings', () => {
  it('have unique ids and links to themselves', () => {
    expect(htmlOf('# Code', '', '## Code')).toContain(
      '<h2 id="code_1">Code<a class="headerlink" href="#code_1" title="Permanent link">¶</a></h2>',
    );
  });

  it('keep an explicit id, which wins over a made one', () => {
    const { context } = renderMarkdown(['# Setup', '', '# Other {#setup}']);
    expect(context.headings.map(({ id }) => id)).toEqual(['setup_1', 'setup']);
  });

  it('give the page its title only where they open it', () => {
    expect(renderMarkdown(['# First', 'text']).openingTitle).toBe('First');
    expect(
      renderMarkdown(['text', '', '# Later']).openingTitle,
    ).toBeUndefined();
  });

  it('need no space after their sign, unless a number or an interpreter follows', () => {
    expect(htmlOf('#Title')).toContain('<h1 id="title">Title');
    expect(htmlOf('#12 is mended')).toBe('<p>#12 is mended</p>');
    expect(htmlOf('#!/bin/sh')).toBe('<p>#!/bin/sh</p>');
  });

  it('have no link to themselves where a site does not want one', () => {
    const { html } = renderMarkdown(['# A'], { permalink: undefined });
    expect(html).toBe('<h1 id="a">A</h1>\n');
  });

  it('are listed where the page says [TOC]', () => {
    expect(htmlOf('# A', '', '[TOC]', '', '## B')).toContain(
      '<div class="toc"><ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li></ul></div>',
    );
  });
});

describe('tables', () => {
  it('stand in a box that scrolls and takes focus', () => {
    expect(htmlOf('|a|b|', '|-|-:|', '|1|2|')).toMatch(
      /^<div class="md-typeset__scrollwrap" tabindex="0" role="group" aria-label="Table"><div class="md-typeset__table"><table>/,
    );
  });

  it('keep code with a pipe in one cell', () => {
    expect(htmlOf('|a|b|', '|-|-|', '|`x|y`|`x\\|z`|')).toContain(
      '<td><code>x|y</code></td><td><code>x|z</code></td>',
    );
  });
});

describe('call-outs', () => {
  it('have a type, a title and nested blocks', () => {
    expect(
      htmlOf('!!! warning "Mind *this*"', '    Text', '', '    - item'),
    ).toBe(
      '<div class="admonition warning"><p class="admonition-title">Mind <em>this</em></p><p>Text</p><ul><li>item</li></ul></div>',
    );
  });

  it('are titled after their type, unless the title is empty', () => {
    expect(htmlOf('!!! note', '    x')).toContain('title">Note</p>');
    expect(htmlOf('!!!note ""', '    x')).not.toContain('admonition-title');
  });

  it('interrupt a paragraph and end at lesser indentation', () => {
    expect(htmlOf('before', '!!! tip', '    inside', 'after')).toBe(
      '<p>before</p><div class="admonition tip"><p class="admonition-title">Tip</p><p>inside</p></div><p>after</p>',
    );
  });

  it('and code stand inside list items', () => {
    expect(
      htmlOf(
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

  it('fold, and open with a plus', () => {
    expect(htmlOf('??? info "More"', '    x')).toBe(
      '<details class="info"><summary>More</summary><p>x</p></details>',
    );
    expect(htmlOf('???+ info', '    x')).toContain(
      '<details class="info" open',
    );
  });

  it('are read as GitHub writes them', () => {
    expect(htmlOf('> [!NOTE]', '> Text', '> - item')).toBe(
      '<div class="admonition note"><p class="admonition-title">Note</p><p>Text</p><ul><li>item</li></ul></div>',
    );
    expect(htmlOf('> [!IMPORTANT] Read this', '> x')).toContain(
      '<div class="admonition warning"><p class="admonition-title">Read this</p>',
    );
  });

  it('are read as GitLab writes them', () => {
    expect(htmlOf('>>> [!tip]', 'Text', '>>>', 'after')).toBe(
      '<div class="admonition tip"><p class="admonition-title">Tip</p><p>Text</p></div><p>after</p>',
    );
  });

  it('report a kind that has no look', () => {
    expect(renderMarkdown(['!!! nota', '    x']).context.faults).toEqual([
      {
        kind: 'unknown-directive',
        line: 1,
        message: "unknown kind of call-out 'nota'; it looks like a note",
      },
    ]);
  });
});

describe('tabs', () => {
  it('are labelled radio buttons', () => {
    const html = htmlOf('=== "One"', '    a', '', '=== "Two"', '    b');
    expect(html).toContain('<label for="__tabbed_1_2">Two</label>');
    expect(html).toContain('<div class="tabbed-block"><p>b</p></div>');
  });

  it('may have links in their labels, and a tab that is open', () => {
    const html = htmlOf('=== "One"', '    a', '===+ "[x](y.md)"', '    b');
    expect(html).toContain('<a href="y.md">x</a>');
    expect(html).toContain('id="__tabbed_1_2" checked');
  });

  it('begin a new set where the author says so', () => {
    expect(htmlOf('=== "A"', '    a', '===! "B"', '    b')).toContain(
      'name="__tabbed_2"',
    );
  });
});

describe('blocks between slashes', () => {
  const render = (...lines: string[]) =>
    renderMarkdown(lines, { hasBlocks: true });
  const html = (...lines: string[]) =>
    render(...lines)
      .html.replace(/>\n+</g, '><')
      .trim();

  it('are call-outs, folds and tabs', () => {
    expect(html('/// warning | Mind', 'x', '///')).toBe(
      '<div class="admonition warning"><p class="admonition-title">Mind</p><p>x</p></div>',
    );
    expect(
      html(
        '/// details | More',
        '    type: info',
        '    open: true',
        '',
        'x',
        '///',
      ),
    ).toBe(
      '<details open="open" class="info"><summary>More</summary><p>x</p></details>',
    );
    expect(
      html('/// tab | A', 'a', '///', '', '/// tab | B', 'b', '///'),
    ).toContain('data-tabs="1:2"');
  });

  it('stand inside each other', () => {
    expect(html('//// note | A', '/// tip | B', 'x', '///', '////')).toContain(
      '<div class="admonition tip"><p class="admonition-title">B</p><p>x</p></div></div>',
    );
  });

  it('are text where a site does not enable them', () => {
    expect(htmlOf('/// note', 'x', '///')).toBe('<p>/// note\nx\n///</p>');
  });

  it('report a kind that is not known, and show what is in it', () => {
    const { html: shown, context } = render('/// chart', 'x', '///');
    expect(shown).toContain('<p>x</p>');
    expect(context.faults).toEqual([
      expect.objectContaining({
        line: 1,
        message: "unknown block '/// chart'; its content is shown",
      }),
    ]);
  });
});

describe('lists', () => {
  it('begin right after a paragraph, as on GitHub', () => {
    expect(htmlOf('text', '- item')).toBe('<p>text</p><ul><li>item</li></ul>');
  });

  it('nest with two spaces below a number, and with four', () => {
    const nested = '<li>a\n<ul><li>b</li></ul></li>';
    expect(htmlOf('1. a', '  - b')).toContain(nested);
    expect(htmlOf('1. a', '    - b')).toContain(nested);
    expect(htmlOf('1. a', '2. b', '', '  text')).toContain(
      '<li><p>b</p><p>text</p></li>',
    );
  });

  it('of tasks are named check boxes', () => {
    expect(htmlOf('- [x] done', '- [ ] open')).toBe(
      '<ul><li class="task-list-item"><input type="checkbox" disabled checked aria-label="Done" /> done</li><li class="task-list-item"><input type="checkbox" disabled aria-label="Not done" /> open</li></ul>',
    );
  });

  it('of definitions have terms and texts', () => {
    expect(htmlOf('Term', ':   Text')).toContain('<dt>Term</dt><dd>Text</dd>');
  });
});

describe('footnotes', () => {
  it('are numbered by where they are written', () => {
    const html = htmlOf('x[^b]', '', '[^a]: First', '[^b]: Second');
    expect(html).toContain(
      '<sup id="fnref:b"><a class="footnote-ref" href="#fn:b">2</a></sup>',
    );
    expect(html).toMatch(/<li id="fn:a"><p>First.*<li id="fn:b"><p>Second/);
  });

  it('go on in the lines below them', () => {
    expect(htmlOf('x[^1]', '', '[^1]:', '  Text')).toMatch(
      /<li id="fn:1"><p>Text/,
    );
  });

  it('do not take the text of a paragraph', () => {
    expect(htmlOf('a ^[b] c')).toBe('<p>a ^[b] c</p>');
  });
});

describe('attribute lists', () => {
  it('apply to blocks, headings and inline elements', () => {
    expect(htmlOf('Text', '{: .lead #intro }')).toBe(
      '<p id="intro" class="lead">Text</p>',
    );
    expect(htmlOf('[x](y){ .md-button } z')).toBe(
      '<p><a href="y" class="md-button">x</a> z</p>',
    );
    expect(htmlOf('## A { data-search-exclude }')).toContain('>A<a');
  });

  it('are not path parameters, which only look like them', () => {
    expect(htmlOf('GET /users/{id}')).toBe('<p>GET /users/{id}</p>');
    expect(htmlOf('## GET {id}')).toContain('>GET {id}<');
  });
});
