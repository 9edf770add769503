/** Kinds of call-outs that have a colour and a sign of their own. */
const KINDS = new Set([
  ...['admonition', 'note', 'seealso', 'abstract', 'summary', 'tldr', 'info'],
  ...['todo', 'tip', 'hint', 'important', 'success', 'check', 'done'],
  ...['question', 'help', 'faq', 'warning', 'caution', 'attention', 'failure'],
  ...['fail', 'missing', 'danger', 'error', 'bug', 'example', 'quote', 'cite'],
  ...['new', 'settings'],
]);

/** Words that say where a call-out stands. */
const PLACES = new Set(['inline', 'end']);

/** Tells known kinds of call-outs from others, which look like a note. */
export function isCallOut(name: string): boolean {
  return KINDS.has(name.toLowerCase());
}

/** Finds a kind that has no look of its own. */
export function findUnknownKind(classes: string[]): string | undefined {
  const kinds = classes.filter(name => !PLACES.has(name));
  return kinds.length && !kinds.some(isCallOut) ? kinds[0] : undefined;
}
