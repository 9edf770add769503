const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x7f': '\\177',
  '"': '\\"',
  '\\': '\\\\',
};

/** Writes a path as Git does in the head of a patch while `core.quotePath` is off. */
export function quotePath(path: string): string {
  const escaped = Array.from(path, escapeCharacter).join('');
  return escaped === path ? path : `"${escaped}"`;
}

function escapeCharacter(character: string): string {
  if (Object.hasOwn(ESCAPES, character)) {
    return ESCAPES[character];
  }
  return character < ' '
    ? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
    : character;
}
