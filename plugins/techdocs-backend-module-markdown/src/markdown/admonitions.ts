import type MarkdownIt from 'markdown-it';
import {
  findBlockEnd,
  parseBlockContent,
  readMarkerLine,
} from './indentedBlock';
import type { StateBlock } from './markdownItTypes';

interface Marker {
  kind: 'admonition' | 'details';
  isOpen: boolean;
  classes: string[];
  title: string;
}

const KINDS: Record<string, Pick<Marker, 'kind' | 'isOpen'>> = {
  '!!!': { kind: 'admonition', isOpen: true },
  '???': { kind: 'details', isOpen: false },
  '???+': { kind: 'details', isOpen: true },
};

/** Call-outs (`!!! note "Title"`) and their collapsible forms (`???`, `???+`). */
export function admonitions(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'admonition',
    (state, startLine, endLine, silent) => {
      const line = readMarkerLine(state, startLine);
      const marker = line === undefined ? undefined : readMarker(line);
      if (!marker || silent) {
        return Boolean(marker);
      }
      const end = findBlockEnd(state, startLine, endLine);
      const tag = marker.kind === 'details' ? 'details' : 'div';
      const open = state.push(`${marker.kind}_open`, tag, 1);
      open.block = true;
      open.map = [startLine, end];
      open.attrSet('class', describeClasses(marker));
      if (marker.kind === 'details' && marker.isOpen) {
        open.attrSet('open', 'open');
      }
      pushTitle(state, marker, startLine);
      parseBlockContent(state, startLine, end);
      state.push(`${marker.kind}_close`, tag, -1).block = true;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

/** Reads `!!! type other-class "Title"`; an empty title means none. */
function readMarker(line: string): Marker | undefined {
  const sign = /^(?:!!!|\?\?\?\+?)/.exec(line)?.[0];
  if (!sign) {
    return undefined;
  }
  const rest = line.slice(sign.length);
  const quote = rest.indexOf('"');
  const hasTitle = quote >= 0 && rest.length - 1 > quote && rest.endsWith('"');
  if (quote >= 0 && !hasTitle) {
    return undefined;
  }
  const classes = (hasTitle ? rest.slice(0, quote) : rest)
    .split(' ')
    .filter(Boolean)
    .map(name => name.toLowerCase());
  if (!classes.every(name => /^[\w-]+$/.test(name))) {
    return undefined;
  }
  if (!classes.length && (sign === '!!!' || !hasTitle)) {
    return undefined;
  }
  const title = hasTitle ? rest.slice(quote + 1, -1) : capitalize(classes[0]);
  return { ...KINDS[sign], classes, title };
}

function describeClasses({ kind, classes }: Marker): string {
  return [...(kind === 'admonition' ? [kind] : []), ...classes].join(' ');
}

function pushTitle(
  state: StateBlock,
  { kind, title }: Marker,
  line: number,
): void {
  if (!title && kind === 'admonition') {
    return;
  }
  const tag = kind === 'details' ? 'summary' : 'p';
  const open = state.push('admonition_title_open', tag, 1);
  if (tag === 'p') {
    open.attrSet('class', 'admonition-title');
  }
  const inline = state.push('inline', '', 0);
  inline.content = title || 'Details';
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('admonition_title_close', tag, -1).block = true;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
