import type { Token } from './markdownItTypes';

/** What an attribute list such as `{: #id .class key="value" }` sets. */
export interface Attributes {
  id?: string;
  classes: string[];
  values: [name: string, value: string][];
}

/**
 * One entry: `#id`, `.class`, `name="value"`, `name='value'`, `name=value` or a name with a hyphen. Anchored at each
 * step, so it cannot backtrack far.
 */
const ENTRY =
  /\s*(?:#([^\s#.="'{}]+)|\.([^\s#.="'{}]+)|([A-Za-z_:][\w:.-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|([a-z]+(?:-[a-z]+)+)(?=\s|$))/y;

/**
 * Reads the inside of an attribute list.
 *
 * @remarks Anything else, such as the path parameter `{id}`, is not an attribute list and gives `undefined`.
 */
export function parseAttributes(text: string): Attributes | undefined {
  const body = text.trimEnd();
  const result: Attributes = { classes: [], values: [] };
  let position = body.startsWith(':') ? 1 : 0;
  if (position === body.length) {
    return undefined;
  }
  while (position < body.length) {
    ENTRY.lastIndex = position;
    const match = ENTRY.exec(body);
    if (!match) {
      return undefined;
    }
    position = ENTRY.lastIndex;
    const [, id, className, name, double, single, bare, flag] = match;
    if (id) {
      result.id = id;
    } else if (className) {
      result.classes.push(className);
    } else if (flag) {
      result.values.push([flag, flag]);
    } else {
      addValue(result, name, double ?? single ?? bare);
    }
  }
  return result;
}

/** Puts attributes on the element that a token opens; what is not allowed is removed by the sanitizer. */
export function applyAttributes(token: Token, attributes: Attributes): void {
  if (attributes.id) {
    token.attrSet('id', attributes.id);
  }
  for (const className of attributes.classes) {
    token.attrJoin('class', className);
  }
  for (const [name, value] of attributes.values) {
    token.attrSet(name, value);
  }
}

function addValue(result: Attributes, name: string, value: string): void {
  if (name === 'id') {
    result.id = value;
  } else if (name === 'class') {
    result.classes.push(...value.split(/\s+/).filter(Boolean));
  } else {
    result.values.push([name, value]);
  }
}
