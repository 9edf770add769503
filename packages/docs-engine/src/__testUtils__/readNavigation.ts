import type { parseDocument } from 'htmlparser2';
import {
  attribute,
  childElements,
  findElement,
  hasClass,
  type Element,
} from './elements';
import { visibleText } from './visibleText';

/** The contents of the open page stand in the navigation, too. */
const CONTENTS = 'md-nav--secondary';

/** Reads the navigation of a page: a line for each item, indented by its depth. */
export function readNavigation(
  document: ReturnType<typeof parseDocument>,
  addressOf: (href: string) => string,
): string[] {
  const root = findElement(
    document,
    element => attribute(element, 'data-md-type') === 'navigation',
  );
  return root ? listItems(root, 0, addressOf) : [];
}

function listItems(
  parent: Element,
  depth: number,
  addressOf: (href: string) => string,
): string[] {
  return childElements(parent).flatMap(child => {
    if (child.name !== 'li') {
      return hasClass(child, CONTENTS)
        ? []
        : listItems(child, depth, addressOf);
    }
    const link = findLink(child);
    const below = childElements(child).find(
      element => element.name === 'nav' && !hasClass(element, CONTENTS),
    );
    return [
      ...(link ? [describe(link, depth, addressOf)] : []),
      ...(below ? listItems(below, depth + 1, addressOf) : []),
    ];
  });
}

function describe(
  link: Element,
  depth: number,
  addressOf: (href: string) => string,
): string {
  const name = `${'  '.repeat(depth)}${visibleText(link)}`;
  return link.name === 'a'
    ? `${name} -> ${addressOf(attribute(link, 'href'))}`
    : name;
}

/** An open page has a label for its contents beside its link; the link counts. */
function findLink(item: Element): Element | undefined {
  const isLink = (element: Element) =>
    hasClass(element, 'md-nav__link') && element.name !== 'div';
  const isOpen = !hasClass(item, 'md-nav__item--nested');
  const active =
    isOpen &&
    findElement(
      item,
      element =>
        element.name === 'a' &&
        isLink(element) &&
        hasClass(element, 'md-nav__link--active'),
    );
  return active || findElement(item, isLink);
}
