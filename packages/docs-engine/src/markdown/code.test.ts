import { htmlOf, renderMarkdown } from '../testing/renderMarkdown';

const HOSTILE_CODE =
  '<img src=x onerror=alert(1)> &lt;b " onload="x"> <?php echo "<b>" ?> `<i>` {% <b> %}';

describe('code', () => {
  it('is highlighted, has a title and is plain in an unknown language', () => {
    expect(
      htmlOf('```python title="app.py"', 'def f(): pass', '```'),
    ).toContain(
      '<div class="language-python highlight"><span class="filename">app.py</span><pre><code tabindex="0"><span class="token keyword">def</span>',
    );
    expect(htmlOf('```nolang', '<b>', '```')).toContain('&lt;b&gt;');
  });

  it.each([
    ['{ .yaml }', 'language-yaml', undefined],
    ['{.sh .no-copy title="a.sh"}', 'language-sh', 'a.sh'],
    ['title=".gitignore"', 'highlight', '.gitignore'],
    ['c++ linenums="1"', 'language-c++', undefined],
    ['yaml tab="File (YAML)"', 'language-yaml', 'File (YAML)'],
  ])('is described by %j', (info, className, title) => {
    const html = htmlOf(`\`\`\` ${info}`, 'x', '```');
    expect(html).toContain(className);
    expect(/filename">([^<]*)/.exec(html)?.[1]).toBe(title);
  });

  it('numbers and marks lines outside of the text that is copied', () => {
    const { html } = renderMarkdown([
      '```js linenums="7" hl_lines="2"',
      '/* a',
      'b */',
      '```',
    ]);
    expect(html).toContain(
      '<span class="code-line" data-line="7"><span class="token comment">/* a</span>\n</span>',
    );
    expect(html).toContain(
      '<span class="code-line hll" data-line="8"><span class="token comment">b */</span>\n</span>',
    );
  });

  it('is escaped in every language that is highlighted', () => {
    for (const language of ['html', 'php', 'jsx', 'markdown', 'yaml', 'sh']) {
      const html = htmlOf(`\`\`\`${language}`, HOSTILE_CODE, '```');
      expect(html).not.toMatch(/<(?!\/?(?:div|pre|code|span)\b)/);
      expect(html).not.toMatch(/<[^>]*\son\w+=/);
    }
  });

  it('is numbered everywhere where a site wants that, unless a block says no', () => {
    const options = { numbersLines: true };
    expect(renderMarkdown(['```', 'x', '```'], options).html).toContain(
      'data-line="1"',
    );
    expect(
      renderMarkdown(['``` linenums="0"', 'x', '```'], options).html,
    ).not.toContain('data-line');
  });

  it('in a line may begin with its language', () => {
    expect(htmlOf('`#!js let a`')).toContain(
      '<code class="highlight language-js"><span class="token keyword">let</span> a</code>',
    );
    expect(htmlOf('`#!/bin/sh` ` a `')).toBe(
      '<p><code>#!/bin/sh</code> <code>a</code></p>',
    );
  });

  it('of Mermaid stays readable text', () => {
    expect(htmlOf('```mermaid', 'A --> B', '```')).toBe(
      '<pre class="mermaid"><code tabindex="0">A --&gt; B\n</code></pre>',
    );
  });
});
