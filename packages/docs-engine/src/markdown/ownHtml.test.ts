import { Parser } from 'htmlparser2';
import { renderMarkdown } from '../testing/renderMarkdown';
import { sanitize } from './sanitize';

const OPTIONS = {
  hasBlocks: true,
  hasFormulas: true,
  shorthand: { provider: 'github', user: 'a', repository: 'b' },
};

/** What a browser reads, without the ways of writing the same. */
function read(html: string): string[] {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    events.push(JSON.stringify(text));
    text = '';
  };
  const parser = new Parser({
    ontext: part => {
      text += part;
    },
    onopentag: (name, attributes) => {
      flush();
      events.push(`<${name} ${JSON.stringify(attributes)}>`);
    },
    onclosetag: name => {
      flush();
      events.push(`</${name}>`);
    },
  });
  parser.end(html);
  flush();
  return events;
}

describe('a page without HTML of its author', () => {
  it.each([
    '# Title\n\n[TOC]\n\n## Title\n\ntext **bold** _em_ `code` ~~old~~ ==mark== ^^new^^ H~2~O x^2^',
    'a\n: b\n\nterm\n:   definition',
    'text[^1] and[^2]\n\n[^1]: note\n[^2]: > quote',
    '*[API]: "Interface"\n\nThe API',
    '- [ ] open\n- [x] done\n\n3. three\n4. four',
    '| a | b |\n|:-:|--:|\n| `c` | d\\|e |',
    '!!! note "Title"\n    text\n\n??? tip\n    x\n\n???+ danger ""\n    y\n\n!!! info inline end\n    z',
    '=== "One"\n\n    a\n\n=== "Two"\n\n    ```js title="x"\n    let a = "<b>";\n    ```',
    '/// details | Sum\n    type: note\n    open: true\ntext\n///\n\n/// tab | A\nx\n///\n\n/// figure-caption\ncaption\n///',
    '> [!WARNING]\n> text\n\n> quote',
    '```mermaid\nA --> B\n```\n\n    indented\n\n``` { .py #id .x }\nx\n```',
    '++ctrl+alt+"x"++ :tada: (c) --> `#!py x`',
    '{++new++}{--old--}{~~a~>b~~}{==mark==}{>>comment<<}',
    '$a<b$ and \\(x\\)\n\n$$\ny\n$$',
    'https://example.com/?a=b&c="d" a@example.com @user #1 a/b#2',
    '![alt "x"](image.png "title") [x](page.md#a "t") <https://example.com> ![](data:image/png;base64,AAAA)',
    '[x](javascript:alert(1)) [x](ws://a) ![x](file:///a) [x](data:image/png;base64,AA) [x](JAVASCRIPT:x) <vbscript:x>',
    '[x](j&#x61;vascript:x) [x](java%0ascript:x) [x](\u0001javascript:x) [y]\n\n[y]: javascript:x "z"',
    '![x](slack://a) [x](slack:a) [x](mailto:a@b) [x](tel:1) [x](//host/a) [x](?q) [x](C:\\a)',
    '```js title="<script>"\n</code></pre><script>\n```\n\n```"><script>\nx\n```',
    '!!! note "<b>"\n    x\n\n=== "<b>"\n    x\n\n++"<b>"++ [^"><b>]\n\n[^"><b>]: x',
    '# <b\n\na < b & c > d &lt; &amp;lt; &#0; \u0000 "q"',
  ])('is what the sanitizer would leave of it: %j', text => {
    const { html } = renderMarkdown([text], OPTIONS);
    expect(read(html)).toEqual(read(sanitize(html)));
  });
});
