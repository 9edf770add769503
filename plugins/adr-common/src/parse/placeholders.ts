/** Words that only a template uses between its brackets. */
const TEMPLATE_WORDS =
  /\b(?:short title|title of|option \d|example|describe|list everyone|argument|driver \d|context and problem|justification|consequence|decision[- ]makers?|when the decision|representative of|someone|e\.g\.|your|explain|insert|placeholder|pointer to more information|link type|improvement of|comes out best|optional|description)\b|\.\.\.|…|\|/i;

/** A bracket around the mere name of what is to be written. */
const NAMED =
  /^\W*(?:(?:adr|decision|full)?\s*(?:names?|title|date|number|status|authors?|tags?|xxxx?))\W*$/i;

/** What templates put where a person is to write: `{title}`, `[list everyone involved]`, `<title>`, `YYYY-MM-DD`. */
const PATTERNS = [
  /^\{[^{}]*\}?$/s,
  /\bYYYY[-/]?MM[-/]?DD\b/,
  /^(?:adr[-\s]*)?(?:n{3,4}|x{3,4})\b/i,
];

const BRACKETED = /^[[<]([^\][<>@]*)[\]>]$/s;

/** Whether a value was left as the template had it. */
export function isPlaceholder(text: string): boolean {
  const value = text
    .replace(/<!--.*?-->/gs, '')
    .trim()
    .replace(/^["'](.*)["']$/s, '$1');
  const inner = BRACKETED.exec(value)?.[1];
  return (
    PATTERNS.some(pattern => pattern.test(value)) ||
    (inner !== undefined && (TEMPLATE_WORDS.test(inner) || NAMED.test(inner)))
  );
}

/** Finds what a template left in a line of text; code and links are not looked at. */
export function findPlaceholder(line: string): string | undefined {
  const prose = line
    .replace(/`[^`]*`/g, '')
    .replace(/\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '');
  const match = /\{[^{}]{3,}\}|(?<!\])\[[^\][]{3,}\](?![[(:])/.exec(prose);
  return match && TEMPLATE_WORDS.test(match[0]) ? match[0] : undefined;
}
