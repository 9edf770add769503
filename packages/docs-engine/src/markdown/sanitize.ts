import sanitizeHtml from 'sanitize-html';
import { LIMITS } from '../config/limits';

/** Where a link may lead. */
export const ALLOWED_SCHEMES = ['http', 'https', 'ftp', 'mailto', 'tel'];

const TAGS = [
  ...[
    'a',
    'abbr',
    'article',
    'aside',
    'audio',
    'b',
    'bdi',
    'bdo',
    'blockquote',
  ],
  ...[
    'br',
    'caption',
    'center',
    'cite',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
  ],
  ...['details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'h1'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'input', 'ins', 'kbd'],
  ...[
    'label',
    'li',
    'mark',
    'ol',
    'p',
    'picture',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
  ],
  ...['s', 'samp', 'section', 'small', 'source', 'span', 'strike', 'strong'],
  ...['sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead'],
  ...['time', 'tr', 'tt', 'u', 'ul', 'var', 'video', 'wbr'],
];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    '*': ['id', 'title', 'lang', 'dir', 'align', 'role', 'tabindex', 'aria-*'],
    a: ['href', 'name', 'download'],
    audio: ['src', 'controls'],
    details: ['open'],
    div: ['data-tabs'],
    img: ['src', 'srcset', 'alt', 'width', 'height', 'loading'],
    input: ['type', 'name', 'checked', 'disabled'],
    label: ['for'],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    source: ['src', 'srcset', 'type', 'media'],
    td: ['colspan', 'rowspan', 'style'],
    th: ['colspan', 'rowspan', 'scope', 'style'],
    time: ['datetime'],
    video: ['src', 'controls', 'width', 'height', 'poster'],
  },
  // `md-` classes place the frame of the page; content must not imitate or cover it.
  allowedClasses: {
    '*': [/^(?!md-)/, 'md-button', 'md-button--primary', /^md-typeset__/],
  },
  allowedStyles: { '*': { 'text-align': [/^(?:left|right|center)$/] } },
  allowedSchemes: ALLOWED_SCHEMES,
  allowedSchemesByTag: { img: ['http', 'https', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'srcset', 'poster'],
  nonTextTags: [
    ...[
      'iframe',
      'math',
      'noembed',
      'noframes',
      'noscript',
      'object',
      'option',
    ],
    ...['script', 'style', 'svg', 'template', 'textarea', 'title', 'xmp'],
  ],
  nestingLimit: LIMITS.elementDepth,
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'input' && !['checkbox', 'radio'].includes(attribs.type),
};

/**
 * Reduces the HTML of a page to an allow-list: no scripts, handlers, styles, forms or frames, and links only to
 * http, https, mail and telephone.
 *
 * @remarks Applied to the whole page, because raw HTML reaches the renderer in fragments that are harmless only alone.
 */
export function sanitize(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}
