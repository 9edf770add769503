import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
/** A node of a page. */
export type Node = Document['children'][number];
/** An element of a page. */
export type Element = Extract<Node, { attribs: object }>;

/** Whether a node is an element, and neither text nor a comment. */
export function isElement(node: object): node is Element {
  return 'attribs' in node;
}

/** The value of an attribute, empty without it. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class').split(/\s+/).includes(name);
}

/** The elements directly below another one. */
export function childElements(element: Element): Element[] {
  return element.children.filter(isElement);
}

/** The first element below another one that passes a test. */
export function findElement(
  root: Element | Document,
  test: (element: Element) => boolean,
): Element | undefined {
  return DomUtils.findOne(test, root.children, true) ?? undefined;
}
