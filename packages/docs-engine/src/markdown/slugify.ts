import type { SlugOptions } from '../config/MarkdownOptions';

/** Makes a heading's id as Python-Markdown and PyMdown do, so that existing deep links keep working. */
export function slugify(text: string, options: SlugOptions): string {
  return options.style === 'markdown'
    ? slugifyAsMarkdown(text, options)
    : slugifyAsPyMdown(text, options);
}

/** Runs of spaces and hyphens become one separator. */
function slugifyAsMarkdown(
  text: string,
  { keepsUnicode, separator }: SlugOptions,
): string {
  const readable = keepsUnicode
    ? text.replace(/[^\p{L}\p{N}_\s-]/gu, '')
    : text
        .normalize('NFKD')
        .replace(/\P{ASCII}/gu, '')
        .replace(/[^\w\s-]/g, '');
  return readable
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, separator);
}

const TO_CASE: Record<SlugOptions['case'], (text: string) => string> = {
  lower: text => text.toLowerCase(),
  'lower-ascii': text => text.replace(/[A-Z]/g, letter => letter.toLowerCase()),
  none: text => text,
};

/** Every space becomes a separator of its own. */
function slugifyAsPyMdown(
  text: string,
  { case: letterCase, separator }: SlugOptions,
): string {
  const trimmed = text.normalize('NFC').trim();
  return TO_CASE[letterCase](trimmed)
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replace(/ /g, separator);
}
