import type MarkdownIt from 'markdown-it';
import type { StateInline } from './markdownItTypes';
import { createLink, createText, replaceInText } from './replaceInText';

/** The address after its scheme: a host, then anything that addresses hold. */
const ADDRESS = /:\/\/[\p{L}\p{N}][-\p{L}\p{N}_.?,!'(){}[\]/+&@%$#=:"|~;]*/uy;
/** Sentences end with signs that addresses may hold, too, but a parenthesis that the address opens belongs to it. */
const TRAILING = /[^\p{L}\p{N}\-/#@$+=]+$/u;
const SCHEME = /(?:^|[^\p{L}\p{N}])((?:ht|f)tps?)$/iu;

const WORLD_WIDE =
  /(?<![\p{L}\p{N}_.@/-])www\.[\p{L}\p{N}][-\p{L}\p{N}_.?,!'(){}[\]/+&@%$#=:"|~;]*/giu;
const MAIL =
  /(?<![-/+@\w.])[-+\w]{1,64}(?:\.[-+\w]{1,64}){0,8}@[-\w]{1,63}(?:\.[-\w]{1,63}){0,8}\.[a-z]{2,24}(?![-@\w])/gi;

/** Links for addresses that stand in the text: with a scheme, beginning with `www.`, and of mail. */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.at('linkify', linkAddress);
  md.core.ruler.after('text_join', 'autolinks', state => {
    replaceInText(state, {
      pattern: WORLD_WIDE,
      isOutsideLinks: true,
      replacement: ([written], TokenClass) => {
        const address = trimAddress(written);
        const rest = written.slice(address.length);
        return [
          ...createLink(TokenClass, `http://${address}`, address),
          ...(rest ? [createText(TokenClass, rest)] : []),
        ];
      },
    });
    replaceInText(state, {
      pattern: MAIL,
      isOutsideLinks: true,
      replacement: ([address], TokenClass) =>
        createLink(TokenClass, `mailto:${address}`, address),
    });
  });
}

/** The scheme has been read as text before the colon is reached. */
function linkAddress(state: StateInline, silent: boolean): boolean {
  if (linkLevelOf(state) > 0 || !state.src.startsWith('://', state.pos)) {
    return false;
  }
  const scheme = SCHEME.exec(state.pending)?.[1];
  ADDRESS.lastIndex = state.pos;
  const found = scheme && ADDRESS.exec(state.src)?.[0];
  if (!found) {
    return false;
  }
  const address = trimAddress(found);
  const url = scheme + address;
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length);
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', state.md.normalizeLink(url)]];
    state.push('text', '', 0).content = url;
    state.push('link_close', 'a', -1);
  }
  state.pos += address.length;
  return true;
}

/** markdown-it counts links around the text, which its types do not say. */
function linkLevelOf(state: StateInline): number {
  return 'linkLevel' in state ? Number(state.linkLevel) : 0;
}

function trimAddress(found: string): string {
  const address = found.replace(TRAILING, '');
  const opened = address.split('(').length - address.split(')').length;
  const isClosed = opened === 1 && found.startsWith(')', address.length);
  return isClosed ? `${address})` : address;
}
