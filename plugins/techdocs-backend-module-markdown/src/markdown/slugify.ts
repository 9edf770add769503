/** Makes a heading's id as Python-Markdown's `toc` extension does, so that existing deep links keep working. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}
