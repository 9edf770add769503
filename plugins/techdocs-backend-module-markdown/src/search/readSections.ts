import { Parser } from 'htmlparser2';

/** The text below one heading of a page, or before the first. */
export interface Section {
  /** Empty before the first heading. */
  id: string;
  title: string;
  text: string;
}

const HEADING = /^h[1-6]$/;
const BLOCKS = new Set([
  ...['blockquote', 'br', 'dd', 'details', 'div', 'dt', 'figcaption', 'hr'],
  ...['li', 'ol', 'p', 'pre', 'summary', 'table', 'td', 'th', 'tr', 'ul'],
]);
/** Marks that are part of the page's dress, not of its text. */
const MARKS = new Set(['headerlink', 'footnote-backref']);

/** Cuts the HTML of a page into the sections that search can land on. */
export function readSections(html: string): Section[] {
  const sections: Section[] = [{ id: '', title: '', text: '' }];
  let current = sections[0];
  let openHeading: string | undefined;
  let markDepth = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (markDepth || isMark(attributes.class)) {
        markDepth += 1;
      } else if (HEADING.test(name) && attributes.id) {
        openHeading = name;
        current = { id: attributes.id, title: '', text: '' };
        sections.push(current);
      } else if (BLOCKS.has(name)) {
        current.text += ' ';
      }
    },
    ontext(text) {
      if (!markDepth) {
        current[openHeading ? 'title' : 'text'] += text;
      }
    },
    onclosetag(name) {
      if (markDepth) {
        markDepth -= 1;
      } else if (name === openHeading) {
        openHeading = undefined;
      } else if (BLOCKS.has(name)) {
        current.text += ' ';
      }
    },
  });
  parser.end(html);
  return sections.map(({ id, title, text }) => ({
    id,
    title: collapse(title),
    text: collapse(text),
  }));
}

function isMark(className: string | undefined): boolean {
  return Boolean(className?.split(' ').some(name => MARKS.has(name)));
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
