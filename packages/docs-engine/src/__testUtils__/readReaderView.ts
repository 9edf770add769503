import { unescape } from 'node:querystring';
import { InputError } from '@backstage/errors';
import { DomUtils, parseDocument } from 'htmlparser2';
import { attribute, findElement, isElement, type Element } from './elements';
import { readNavigation } from './readNavigation';
import { isDress, isEmoji, visibleText } from './visibleText';

/** What a reader gets of a page, whatever elements it is made of. */
export interface ReaderView {
  title: string[];
  navigation: string[];
  /** Level, id and text. */
  headings: string[];
  /** Address and text. */
  links: string[];
  /** Address and description. */
  images: string[];
  /** Word by word. */
  text: string[];
}

/** Reads what of a page reaches its readers, to compare pages that different engines made. */
export function readReaderView(html: string, address: string): ReaderView {
  const document = parseDocument(html);
  const isArticle = ({ name }: Element) => name === 'article';
  const article = findElement(document, isArticle);
  const title = findElement(document, ({ name }) => name === 'title');
  if (!article || !title) {
    throw new InputError(`The page '${address}' has no title or no article`);
  }
  const addressOf = (href: string) => resolveHref(href, address);
  const elements = DomUtils.findAll(() => true, article.children).filter(
    element => !isDressed(element),
  );
  const named = (test: (element: Element) => boolean) => elements.filter(test);
  return {
    title: [visibleText(title)],
    navigation: readNavigation(document, addressOf),
    headings: named(({ name }) => /^h[1-6]$/.test(name)).map(
      heading =>
        `${heading.name} #${attribute(heading, 'id')} ${visibleText(heading)}`,
    ),
    links: named(({ name, attribs }) => name === 'a' && !!attribs.href).map(
      link => `${addressOf(attribute(link, 'href'))} [${visibleText(link)}]`,
    ),
    images: named(element => element.name === 'img' && !isEmoji(element)).map(
      image =>
        `${addressOf(attribute(image, 'src'))} [${attribute(image, 'alt')}]`,
    ),
    text: visibleText(article).split(' '),
  };
}

function isDressed(element: Element): boolean {
  for (
    let at: Element['parent'] = element;
    at && isElement(at);
    at = at.parent
  ) {
    if (isDress(at)) {
      return true;
    }
  }
  return false;
}

/** Both engines leave an address that cannot be read as the author wrote it. */
function resolveHref(href: string, address: string): string {
  const origin = 'http://site/';
  const base = `${origin}${address}`;
  return URL.canParse(href, base)
    ? unescape(new URL(href, base).href.replace(origin, '/'))
    : href;
}
