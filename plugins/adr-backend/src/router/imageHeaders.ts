import { InputError } from '@backstage/errors';

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The headers of a picture of a repository: it is shown as a picture or not at all, and never runs. */
export function imageHeaders(
  path: string,
  size: number,
): Record<string, string> {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1].toLowerCase() ?? '';
  if (!Object.hasOwn(TYPES, extension)) {
    throw new InputError(
      `Pictures are ${Object.keys(TYPES).join(', ')}; this is none of them`,
    );
  }
  return {
    'Content-Type': TYPES[extension],
    'Content-Length': String(size),
    'Content-Disposition': 'attachment',
    'Content-Security-Policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=60',
  };
}
