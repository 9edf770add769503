/** Images that cannot carry script. */
const IMAGE_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** As Git does: a file with a zero byte near its beginning is binary. */
const BINARY_PROBE_BYTES = 8_000;

/** The headers of a file of a repository: whatever it holds, no browser runs it. */
export function rawHeaders(
  path: string,
  bytes: Buffer,
): Record<string, string> {
  const fileName = path.split('/').at(-1) ?? '';
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1].toLowerCase() ?? '';
  const isBinary = bytes.subarray(0, BINARY_PROBE_BYTES).includes(0);
  const fallback = isBinary
    ? 'application/octet-stream'
    : 'text/plain; charset=utf-8';
  return {
    'Content-Type': Object.hasOwn(IMAGE_TYPES, extension)
      ? IMAGE_TYPES[extension]
      : fallback,
    'Content-Length': String(bytes.length),
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeFileName(
      fileName,
    )}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
  };
}

/** RFC 8187 allows fewer characters than `encodeURIComponent` leaves. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
