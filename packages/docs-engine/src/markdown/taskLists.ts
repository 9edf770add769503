import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from './markdownItTypes';

/** `[ ]` or `[x]` at the start of a list item. */
const MARKER = /^\[([ xX])\][ \t]+/;

/** Shows list items that start with `[ ]` or `[x]` as check boxes that cannot be changed. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.push('task_lists', state => {
    state.tokens.forEach((token, index) => {
      const item = state.tokens[index - 2];
      const first = token.children?.[0];
      if (item?.type !== 'list_item_open' || first?.type !== 'text') {
        return;
      }
      const match = MARKER.exec(first.content);
      if (token.type === 'inline' && match) {
        first.content = first.content.slice(match[0].length);
        item.attrJoin('class', 'task-list-item');
        token.children?.unshift(createCheckbox(state, match[1] !== ' '));
      }
    });
  });

  md.renderer.rules.task_box = (tokens, index) =>
    tokens[index].meta.isDone
      ? '<input type="checkbox" disabled checked aria-label="Done" /> '
      : '<input type="checkbox" disabled aria-label="Not done" /> ';
}

function createCheckbox(state: StateCore, isDone: boolean): Token {
  const token = new state.Token('task_box', '', 0);
  token.meta = { isDone };
  return token;
}
