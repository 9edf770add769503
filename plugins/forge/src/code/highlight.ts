import hljs from 'highlight.js/lib/common';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import protobuf from 'highlight.js/lib/languages/protobuf';

hljs.registerLanguage('dockerfile', dockerfile);
hljs.registerLanguage('protobuf', protobuf);

/** A piece of a line in one colour. */
export type Token = { text: string; kind?: string };

/** Endings and names that are no language of the highlighter by themselves. */
const LANGUAGES: Record<string, string> = {
  proto: 'protobuf',
  toml: 'ini',
  env: 'ini',
  prisma: 'typescript',
  njk: 'xml',
  svg: 'xml',
  tf: 'ini',
  dockerfile: 'dockerfile',
  makefile: 'makefile',
};

/** The language of a file; undefined when the highlighter knows none. */
export function languageOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const language = LANGUAGES[name] ?? LANGUAGES[ending] ?? ending;
  return hljs.getLanguage(language) ? language : undefined;
}

function collectTokens(node: Node, kind: string | undefined, lines: Token[][]) {
  for (const child of node.childNodes) {
    if (child instanceof Element) {
      const name = child.className.split(' ')[0].replace('hljs-', '');
      collectTokens(child, name || kind, lines);
    } else {
      (child.textContent ?? '').split('\n').forEach((text, index) => {
        if (index > 0) lines.push([]);
        if (text) lines[lines.length - 1].push({ text, kind });
      });
    }
  }
}

/**
 * Splits a text into coloured pieces, line by line.
 *
 * @remarks
 * The highlighter writes markup; it is read in an inert document, and only text and kinds leave it.
 */
export function highlight(text: string, language: string): Token[][] {
  const { value } = hljs.highlight(text, { language, ignoreIllegals: true });
  const inert = new DOMParser().parseFromString(
    `<pre>\n${value}</pre>`,
    'text/html',
  );
  const lines: Token[][] = [[]];
  collectTokens(inert.body, undefined, lines);
  return lines;
}
