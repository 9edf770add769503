import { renderMarkdown } from '../testing/renderMarkdown';

const OPTIONS = {
  hasBlocks: true,
  hasFormulas: true,
  shorthand: { provider: 'github', user: 'a', repository: 'b' },
};

describe('hostile Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](<java script:alert(1)>){ onclick="alert(1)" }',
    '![x](x){ onerror="alert(1)" style="position:fixed" }',
    '# x {onclick="alert(1)"}',
    '!!! note "<img src=x onerror=alert(1)>"\n    x',
    '> [!NOTE] <svg onload=alert(1)>\n> x',
    '/// note | <svg onload=alert(1)>\nx\n///',
    '=== "<svg onload=alert(1)>"\n    x',
    '```js title="<script>alert(1)</script>"\nx\n```',
    '```"><script>alert(1)</script>\nx\n```',
    '```js linenums="1" hl_lines="1"\n</code><script>alert(1)</script>\n```',
    '`#!js"><script>alert(1)</script> x`',
    '*[API]: "><script>alert(1)</script>\n\nAPI',
    '[^"><script>]\n\n[^"><script>]: x',
    '$<script>alert(1)</script>$',
    '++"<script>alert(1)</script>"++',
    '{>><script>alert(1)</script><<}',
    '<div markdown onclick=alert(1)>\n<script>alert(1)</script>\n</div>',
    '<div>\n\n<script>alert(1)</script>\n\n</div>',
    '<a title=\'\n\n```html\n" onmouseover="alert(1)\n```\n\n\'>x</a>',
    '|`a|<script>alert(1)</script>`|b|\n|-|-|\n',
  ])('renders %j without anything that runs', text => {
    const { html } = renderMarkdown([text], OPTIONS);
    const withoutCode = html.replace(/<code[^>]*>.*?<\/code>/gs, '');
    expect(withoutCode).not.toMatch(/<script|<svg|<iframe/i);
    expect(html).not.toMatch(/<script|<svg|<iframe/i);
    expect(html).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/i);
    expect(html).not.toMatch(/(?:href|src)="\s*javascript:/i);
    expect(html).not.toMatch(/style="[^"]*position/i);
  });

  const SIZE = 30_000;
  const fill = (text: string) => text.repeat(Math.ceil(SIZE / text.length));

  /** None may take time that grows with the square of its length; the time of all is a few seconds. */
  it.each([
    ['quotes', fill('>')],
    ['brackets', fill('[')],
    ['images', fill('![a](b "')],
    ['emphasis', fill('*a _b ')],
    ['attribute lists', fill('{: ')],
    ['spaces before a brace', `x${' '.repeat(SIZE)}{`],
    ['admonition markers', fill('!!! a ')],
    ['admonition lines', fill('!!! note\n')],
    [
      'nested admonitions',
      Array.from(
        { length: 300 },
        (_, i) => `${' '.repeat(i * 4)}!!! note`,
      ).join('\n'),
    ],
    ['tab markers', fill('=== "')],
    ['slash blocks', fill('/// note\n')],
    ['alerts', fill('> [!NOTE]\n')],
    ['footnotes', fill('[^1]: x [^1]\n')],
    ['open elements', fill('<div>\n\n')],
    ['elements with Markdown', fill('<div markdown>\n')],
    ['open tags', fill('<a href="')],
    ['comments', fill('<!-- a\n')],
    [
      'nested lists',
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- a`).join(
        '\n',
      ),
    ],
    ['code spans', fill('`a ``b ')],
    ['addresses', fill('http://a')],
    ['mail', fill('a.')],
    ['formulas', fill('\\(')],
    ['critic marks', fill('{++a')],
    ['substitutions', fill('{~~a~>')],
    ['keys', fill('++a+')],
    ['marked lines', `\`\`\`py hl_lines="${fill('1-9999999 ')}"\nx\n\`\`\``],
    [
      'abbreviations',
      Array.from({ length: 3_000 }, (_, i) => `*[a${i}]: x`).join('\n'),
    ],
  ])('survives a page of nothing but %s', (_name, text) => {
    const start = performance.now();
    renderMarkdown([text], OPTIONS);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
