import type MarkdownIt from 'markdown-it';
import type { Token } from './markdownItTypes';

/** Stands for a pipe that does not end a cell; a character that texts do not hold. */
const PIPE = '\uE0F1';
const FENCE = /^\s*(`{3,}|~{3,})/;
const CODE = /(`+)(?!`)[^\n]*?[^`]\1(?!`)/g;

/** Keeps pipes in code from ending the cell of a table, as Python-Markdown does. */
export function tableCode(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'table_code', state => {
    if (!state.src.includes(PIPE)) {
      state.src = protectPipes(state.src);
    }
  });
  md.core.ruler.push('table_code_end', state => {
    if (state.src.includes(PIPE)) {
      state.tokens.forEach(restorePipes);
    }
  });
}

function protectPipes(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .map(line => {
      const mark = FENCE.exec(line)?.[1] ?? '';
      if (fence ? mark.startsWith(fence) : mark) {
        fence = fence ? '' : mark;
      }
      const isRow = !fence && line.includes('|') && line.includes('`');
      return isRow
        ? line.replace(CODE, code => code.replace(/\\?\|/g, PIPE))
        : line;
    })
    .join('\n');
}

function restorePipes(token: Token): void {
  token.content = token.content.replaceAll(PIPE, '|');
  token.attrs?.forEach(attribute => {
    // The start of a list is a number, whatever its type says.
    attribute[1] = String(attribute[1]).replaceAll(PIPE, '|');
  });
  token.children?.forEach(restorePipes);
}
