import { htmlOf, renderMarkdown } from '../testing/renderMarkdown';

describe('HTML', () => {
  it('lasts to its closing tag, and Markdown goes on after it', () => {
    expect(htmlOf('<div>', '*a*', '</div>', '*b*')).toBe(
      '<div>\n*a*\n</div><p><em>b</em></p>',
    );
  });

  it('holds Markdown after a blank line, as on GitHub', () => {
    expect(
      htmlOf('<details><summary>S</summary>', '', '**a**', '', '</details>'),
    ).toBe('<details><summary>S</summary><p><strong>a</strong></p></details>');
  });

  it('is not code where indentation shows nesting', () => {
    const html = htmlOf(
      '<div>',
      '',
      '    <div>',
      '',
      '        text',
      '',
      '    </div>',
      '',
      '</div>',
    );
    expect(html).not.toContain('<pre>');
    expect(html).toContain('<p>text</p>');
  });

  it('holds code blocks without a blank line', () => {
    expect(htmlOf('<center>', '```', 'x', '```', '</center>')).toContain(
      '<pre><code tabindex="0">x\n</code></pre>',
    );
  });

  it('holds Markdown where its tag says so', () => {
    expect(htmlOf('<div class="grid" markdown>', '- a', '</div>')).toBe(
      '<div class="grid"><ul><li>a</li></ul></div>',
    );
    expect(htmlOf('<p markdown="span">*a*</p>')).toBe('<p><em>a</em></p>');
    expect(htmlOf('<div markdown="1">*a*</div>', 'after')).toBe(
      '<div><p><em>a</em></p></div><p>after</p>',
    );
  });

  it('of a line of text does not begin a block', () => {
    expect(htmlOf('<img src="a.png"> *a*', '<span>*b*</span>')).toBe(
      '<p><img src="a.png" /> <em>a</em><span><em>b</em></span></p>',
    );
  });

  it('without an end lasts to a blank line', () => {
    expect(htmlOf('<div>', 'a', '', '*b*')).toContain('<em>b</em>');
  });

  it('tells where its links and images lead', () => {
    const { context } = renderMarkdown([
      '<div>',
      '<a href="x/">x</a>',
      '</div>',
    ]);
    expect(context.references).toEqual([
      { kind: 'link', written: 'x/', isHtml: true, line: 2, href: 'x/' },
    ]);
  });
});

describe('directives of other tools', () => {
  it.each([
    ['--8<-- "a.md"', 'is a snippet'],
    ['::: package.module', 'is a block of another tool'],
    ['{% include "a" %}', 'is a template statement'],
    ['{! a.md !}', 'is an included file'],
    ['=== Tab', 'is a tab without quotes'],
    ['!!!', 'is a call-out without a kind'],
    ['.. note::', 'is reStructuredText'],
    ['[[_TOC_]]', 'is contents of another tool'],
  ])('are named: %s', (written, message) => {
    const { html, context } = renderMarkdown(['text', '', written]);
    expect(context.faults).toEqual([
      {
        kind: 'unknown-directive',
        line: 3,
        message: expect.stringContaining(message),
      },
    ]);
    expect(html).toContain('<code>');
  });

  it('are left alone in code', () => {
    const { context } = renderMarkdown(['```', '--8<-- "a.md"', '```']);
    expect(context.faults).toEqual([]);
  });
});
