import type MarkdownIt from 'markdown-it';
import { parseAttributes } from './attributes';
import { highlight } from './highlight';
import { pageOf } from './PageContext';

interface FenceInfo {
  language: string;
  title?: string;
}

/** Code blocks: highlighted, with an optional title; Mermaid stays text that a reader addon may draw. */
export function fences(md: MarkdownIt): void {
  const { escapeHtml, unescapeAll } = md.utils;

  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const { listings } = pageOf(env);
    const { content, info } = tokens[index];
    const { language, title } = readInfo(unescapeAll(info).trim());
    if (language === 'mermaid') {
      const text = listings.keep(escapeHtml(content));
      return `<pre class="mermaid">${text}</pre>\n`;
    }
    const caption = title
      ? `<span class="filename">${escapeHtml(title)}</span>`
      : '';
    const code = listings.keep(
      highlight(content, language) ?? escapeHtml(content),
    );
    return `<div class="${escapeHtml(
      describeClasses(language),
    )}">${caption}<pre>${code}</pre></div>\n`;
  };
  md.renderer.rules.code_block = (tokens, index, _options, env) => {
    const { listings } = pageOf(env);
    const code = listings.keep(escapeHtml(tokens[index].content));
    return `<div class="highlight"><pre>${code}</pre></div>\n`;
  };
}

function describeClasses(language: string): string {
  return language ? `language-${language} highlight` : 'highlight';
}

/** Reads `python title="app.py"`, `{ .python title="app.py" }` and `{.python}`. */
function readInfo(info: string): FenceInfo {
  const isBraced = info.startsWith('{') && info.endsWith('}');
  const [first = '', ...rest] = info.split(/\s+/);
  const list = parseAttributes(isBraced ? info.slice(1, -1) : rest.join(' '));
  const language = isBraced ? list?.classes[0] ?? '' : first;
  const title = list?.values.find(([name]) => name === 'title')?.[1];
  return { language: language.toLowerCase(), title };
}
