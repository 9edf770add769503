import {
  attribute,
  hasClass,
  isElement,
  type Element,
  type Node,
} from './elements';

const UNSEEN = new Set(['script', 'style', 'template', 'svg']);
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'br', 'dd', 'details'],
  ...['div', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3'],
  ...['h4', 'h5', 'h6', 'header', 'hr', 'img', 'input', 'label', 'li', 'ol'],
  ...['p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot'],
  ...['th', 'thead', 'tr', 'ul'],
]);
/** What is drawn around the text: marks at headings, line numbers, buttons. */
const DRESS = [
  ...['headerlink', 'linenos', 'linenodiv', 'footnote-backref'],
  ...['md-content__button', 'md-source-file', 'md-tags'],
];
/** mkdocs draws emoji as images of this class; their text is the sign. */
const EMOJI = 'emojione';

/** Whether an element is no part of what the author wrote. */
export function isDress(element: Element): boolean {
  return (
    UNSEEN.has(element.name) || DRESS.some(name => hasClass(element, name))
  );
}

/** Whether an image stands for a sign. */
export function isEmoji(element: Element): boolean {
  return element.name === 'img' && hasClass(element, EMOJI);
}

/** The words that a reader sees, with one space between them. */
export function visibleText(node: Node): string {
  return readText(node).replace(/\s+/g, ' ').trim();
}

function readText(node: Node): string {
  if ('data' in node && node.type === 'text') {
    return node.data;
  }
  if (!isElement(node) || isDress(node)) {
    return '';
  }
  if (isEmoji(node)) {
    return attribute(node, 'alt');
  }
  const text = node.children.map(readText).join('');
  return BLOCKS.has(node.name) ? ` ${text} ` : text;
}
