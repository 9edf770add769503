/**
 * Reads the parameters of another page from a `Link` header.
 *
 * @remarks
 * Only the parameters are taken: the address may be one that leads around the configured base URL.
 * @returns undefined when the header names no such page, which is how GitHub says that there is none
 */
export function findPage(
  link: string | number | undefined,
  relation: 'next' | 'last',
): Record<string, string> | undefined {
  for (const part of String(link ?? '').split(/,\s*(?=<)/)) {
    const match = /^\s*<([^>]+)>(.*)$/.exec(part);
    if (match && new RegExp(`\\brel="?${relation}"?(;|\\s|$)`).test(match[2])) {
      const url = new URL(match[1], 'https://link.invalid');
      return Object.fromEntries(url.searchParams);
    }
  }
  return undefined;
}
