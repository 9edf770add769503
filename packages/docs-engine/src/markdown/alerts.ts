import type MarkdownIt from 'markdown-it';
import {
  findBlockEnd,
  parseBlockContent,
  parseLines,
  readMarkerLine,
} from './indentedBlock';
import type { StateBlock } from './markdownItTypes';
import { pushTitle } from './pushTitle';

interface Alert {
  kind: string;
  title: string;
  /** GitLab's form, which ends with a line `>>>` of its own. */
  isFenced: boolean;
}

/** `> [!NOTE]`, and with GitLab a title or a fence of three signs. */
const MARKER =
  /^>(>>)? {0,3}\[!(note|tip|important|caution|warning)\][ \t]*(.*)$/i;

/** How techdocs-core shows the kinds that have no call-out of their own. */
const CLASSES: Record<string, string> = {
  caution: 'danger',
  important: 'warning',
};

/** Call-outs as GitHub and GitLab write them: a quote that begins with `[!NOTE]`. */
export function alerts(md: MarkdownIt): void {
  md.block.ruler.before(
    'blockquote',
    'alert',
    (state, startLine, endLine, silent) => {
      const alert = readAlert(state, startLine);
      if (!alert || silent) {
        return Boolean(alert);
      }
      const end = findEnd(state, startLine, endLine, alert);
      const open = state.push('alert_open', 'div', 1);
      open.block = true;
      open.map = [startLine, end];
      const name = alert.kind.toLowerCase();
      open.attrSet('class', `admonition ${CLASSES[name] ?? name}`);
      pushTitle(state, {
        tag: 'p',
        text: alert.title || name[0].toUpperCase() + name.slice(1),
        line: startLine,
      });
      parseBody(state, startLine + 1, end);
      const last = alert.isFenced
        ? Math.min(end + 1, endLine)
        : parseIndentedRest(state, startLine, { end, endLine });
      state.push('alert_close', 'div', -1).block = true;
      state.line = last;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function readAlert(state: StateBlock, line: number): Alert | undefined {
  const match = MARKER.exec(readMarkerLine(state, line) ?? '');
  return match
    ? { isFenced: Boolean(match[1]), kind: match[2], title: match[3].trim() }
    : undefined;
}

function findEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  { isFenced }: Alert,
): number {
  let line = startLine + 1;
  while (line < endLine) {
    const text = readMarkerLine(state, line) ?? '';
    if (isFenced ? text === '>>>' : !text.startsWith('>')) {
      break;
    }
    line += 1;
  }
  return line;
}

/** The quote of the body stays in the tokens and out of the page. */
function parseBody(state: StateBlock, start: number, end: number): void {
  const first = state.tokens.length;
  parseLines(state, { start, end });
  for (const token of [state.tokens[first], state.tokens.at(-1)]) {
    if (token?.type.startsWith('blockquote_')) {
      token.hidden = true;
    }
  }
}

/** techdocs-core makes a `!!!` of the quote, so that text below it with four spaces belongs to the call-out. */
function parseIndentedRest(
  state: StateBlock,
  startLine: number,
  { end, endLine }: { end: number; endLine: number },
): number {
  const rest = findBlockEnd(state, startLine, endLine, end);
  if (rest > end) {
    parseBlockContent(state, startLine, rest, end);
  }
  return rest;
}
