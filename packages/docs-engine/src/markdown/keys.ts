import type MarkdownIt from 'markdown-it';
import { KEY_NAMES } from './keyNames';
import type { StateInline } from './markdownItTypes';

/** `++ctrl+alt+"Any text"++`. */
const COMBINATION =
  /\+\+((?:[\w-]+|"[^"\n]{1,60}")(?:\+(?:[\w-]+|"[^"\n]{1,60}"))*)\+\+(?!\+)/y;
const KEY = /"([^"]*)"|([\w-]+)/g;

/** Keys of a keyboard: `++ctrl+alt+del++`. Anything but known keys stays text, such as `i++`. */
export function keys(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'keys', (state, silent) => {
    COMBINATION.lastIndex = state.pos;
    const match = state.src[state.pos] === '+' && COMBINATION.exec(state.src);
    const names = match && readNames(match[1]);
    if (!match || !names) {
      return false;
    }
    if (!silent) {
      pushKeys(state, names);
    }
    state.pos += match[0].length;
    return true;
  });
}

function readNames(combination: string): string[] | undefined {
  const names = [...combination.matchAll(KEY)].map(
    ([, quoted, name]) => quoted ?? KEY_NAMES[name?.toLowerCase()],
  );
  return names.every(name => name !== undefined) ? names : undefined;
}

function pushKeys(state: StateInline, names: string[]): void {
  state.push('keys_open', 'span', 1).attrSet('class', 'keys');
  names.forEach((name, index) => {
    if (index > 0) {
      state.push('key_plus_open', 'span', 1);
      state.push('text', '', 0).content = '+';
      state.push('key_plus_close', 'span', -1);
    }
    state.push('key_open', 'kbd', 1);
    state.push('text', '', 0).content = name;
    state.push('key_close', 'kbd', -1);
  });
  state.push('keys_close', 'span', -1);
}
