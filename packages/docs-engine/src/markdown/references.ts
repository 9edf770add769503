import type MarkdownIt from 'markdown-it';
import type { PageEnvironment } from './PageContext';

/** What markdown-it and its footnotes keep in the environment of a page. */
interface ReferenceEnvironment extends PageEnvironment {
  references?: Record<string, unknown>;
  footnotes?: { refs?: Record<string, number> };
}

/** `[text] [label]`, on one line or over its end. */
const SPACED = /(?<!\])\[([^[\]^][^[\]]*)\]\s\[([^[\]^][^[\]]*)\](?!\[)/g;
/** `[text][^note]`: a link by its own name, and a footnote to it. */
const NOTED = /\[([^[\]^][^[\]]*)\]\[(\^[^[\]\s]+)\]/g;
const TASK = /^[ xX]$/;

/** Links by name as Python-Markdown knows them: with a space before the name, and with a footnote after the text. */
export function references(md: MarkdownIt): void {
  const { normalizeReference } = md.utils;

  md.core.ruler.before('inline', 'references', state => {
    const { references: known = {}, footnotes } =
      state.env as ReferenceEnvironment;
    const isKnown = (label: string) => normalizeReference(label) in known;
    for (const token of state.tokens) {
      if (token.type === 'inline' && token.content.includes('][')) {
        token.content = token.content.replace(NOTED, (written, text, note) =>
          isKnown(text) && footnotes?.refs?.[`:${note.slice(1)}`] !== undefined
            ? `[${text}][][${note}]`
            : written,
        );
      }
      if (token.type === 'inline' && /\]\s\[/.test(token.content)) {
        token.content = token.content.replace(SPACED, (written, text, label) =>
          isKnown(label) && !TASK.test(text) ? `[${text}][${label}]` : written,
        );
      }
    }
  });
}
