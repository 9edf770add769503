import { Parser } from 'htmlparser2';
import type { Reference } from '../report/Reference';

/** A link or an image in raw HTML. */
export interface HtmlReference {
  kind: Reference['kind'];
  written: string;
  /** Where its element begins. */
  offset: number;
}

/** Finds the links and images in HTML that an author wrote into a page. */
export function findHtmlReferences(html: string): HtmlReference[] {
  const found: HtmlReference[] = [];
  if (!/<(?:a|img)\s/i.test(html)) {
    return found;
  }
  const parser: Parser = new Parser({
    onopentag(name, { href, src, class: className }) {
      const offset = parser.startIndex;
      if (name === 'a' && href && className !== 'headerlink') {
        found.push({ kind: 'link', written: href, offset });
      }
      if (name === 'img' && src) {
        found.push({ kind: 'image', written: src, offset });
      }
    },
  });
  parser.end(html);
  return found;
}
