import type MarkdownIt from 'markdown-it';
import { findUnknownKind } from './callOuts';
import {
  findBlockEnd,
  parseBlockContent,
  readMarkerLine,
} from './indentedBlock';
import type { StateBlock } from './markdownItTypes';
import { pageOf } from './PageContext';
import { pushTitle } from './pushTitle';

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
      reportUnknownKind(state, marker, startLine);
      pushMarkerTitle(state, marker, startLine);
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

function reportUnknownKind(
  state: StateBlock,
  { classes }: Marker,
  line: number,
): void {
  const kind = findUnknownKind(classes);
  if (kind) {
    pageOf(state.env).faults.push({
      kind: 'unknown-directive',
      line: line + 1,
      message: `unknown kind of call-out '${kind}'; it looks like a note`,
    });
  }
}

function describeClasses({ kind, classes }: Marker): string {
  return [...(kind === 'admonition' ? [kind] : []), ...classes].join(' ');
}

function pushMarkerTitle(
  state: StateBlock,
  { kind, title }: Marker,
  line: number,
): void {
  if (kind === 'details') {
    pushTitle(state, { tag: 'summary', text: title || 'Details', line });
  } else if (title) {
    pushTitle(state, { tag: 'p', text: title, line });
  }
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
