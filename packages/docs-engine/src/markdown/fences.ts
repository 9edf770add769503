import type MarkdownIt from 'markdown-it';
import { type FenceInfo, readFenceInfo } from './fenceInfo';
import { highlight } from './highlight';
import { pageOf } from './PageContext';
import { splitHighlighted } from './splitHighlighted';

/**
 * Code blocks: highlighted, with an optional title, numbers and marks of lines; Mermaid stays text that a reader addon
 * may draw.
 */
export function fences(md: MarkdownIt): void {
  const { escapeHtml, unescapeAll } = md.utils;

  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const { listings, options } = pageOf(env);
    const { content, info } = tokens[index];
    const fence = readFenceInfo(unescapeAll(info).trim(), options.numbersLines);
    if (fence.language === 'mermaid') {
      const text = listings.keep(escapeHtml(content));
      return `<pre class="mermaid">${text}</pre>\n`;
    }
    const caption = fence.title
      ? `<span class="filename">${escapeHtml(fence.title)}</span>`
      : '';
    const code = highlight(content, fence.language) ?? escapeHtml(content);
    const kept = listings.keep(renderLines(code, fence));
    return `<div class="${escapeHtml(
      describeClasses(fence.language),
    )}">${caption}<pre>${kept}</pre></div>\n`;
  };
  md.renderer.rules.code_block = (tokens, index, _options, env) => {
    const { listings } = pageOf(env);
    const code = listings.keep(escapeHtml(tokens[index].content));
    return `<div class="highlight"><pre>${code}</pre></div>\n`;
  };
}

/** Numbers stand in attributes, so that a copy of the code does not hold them. */
function renderLines(code: string, { firstLine, marked }: FenceInfo): string {
  if (firstLine === undefined && !marked.size) {
    return code;
  }
  return splitHighlighted(code)
    .map((line, index) => {
      const mark = marked.has(index + 1) ? ' hll' : '';
      const number =
        firstLine === undefined ? '' : ` data-line="${firstLine + index}"`;
      return `<span class="code-line${mark}"${number}>${line}\n</span>`;
    })
    .join('');
}

function describeClasses(language: string): string {
  return language ? `language-${language} highlight` : 'highlight';
}
