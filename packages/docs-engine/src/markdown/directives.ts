import type MarkdownIt from 'markdown-it';
import { pageOf } from './PageContext';

/** Lines that other tools would interpret, with what an author can do instead. */
const DIRECTIVES: [RegExp, string][] = [
  [
    /^-{1,}8<-{1,}(?:\s|$)/,
    'a snippet; nothing is included here, so paste the text or link to it',
  ],
  [
    /^\{[!*] .* [!*]\}$/,
    'an included file; nothing is included here, so paste the text or link to it',
  ],
  [
    /^\{%.*%\}$/,
    'a template statement; nothing is executed here, so write the result',
  ],
  [
    /^:{3,}\s*[\w.]+/,
    "a block of another tool; write '!!! note' with indented text, or plain Markdown",
  ],
  [/^\.\. [\w-]+::/, 'reStructuredText; write Markdown'],
  [/^(?:!!!|\?\?\?\+?)(?:\s|$)/, "a call-out without a kind; write '!!! note'"],
  [/^===[!+]{0,2}\s+[^\s"']/, 'a tab without quotes; write \'=== "Title"\''],
  [/^\[\[_?toc_?\]\]$/i, "contents of another tool; write '[TOC]'"],
  [
    /^(?:@startuml|@startdot|digraph \w* ?\{)/,
    'a diagram outside of a code block; put it into one, or use Mermaid',
  ],
];

/** Finds lines that ask for something that is not done here; they are shown as they are written. */
export function directives(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'directives', state => {
    const { faults } = pageOf(state.env);
    for (const token of state.tokens) {
      if (token.type === 'inline') {
        const lines = token.content.split('\n');
        token.content = lines
          .map((written, index) => {
            const text = written.trim();
            const explanation = explain(text);
            if (!explanation) {
              return written;
            }
            const line = token.map ? token.map[0] + 1 + index : undefined;
            const message = `'${shorten(text)}' is ${explanation}`;
            faults.push({ kind: 'unknown-directive', line, message });
            return `\`\`\` ${text} \`\`\``;
          })
          .join('\n');
      }
    }
  });
}

function explain(text: string): string | undefined {
  return DIRECTIVES.find(([pattern]) => pattern.test(text))?.[1];
}

const SHOWN = 60;

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
