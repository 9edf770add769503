/** Text beyond this is downloaded instead of shown. */
const MAX_TEXT_BYTES = 1024 * 1024;

/** As Git does: a NUL near the start makes a file binary. */
const BINARY_PROBE_BYTES = 8000;

/** Says whether a file is binary, and gives its text if pages may show it. */
export function decodeFile(bytes: Buffer): {
  isBinary: boolean;
  text?: string;
} {
  const hasNul = bytes.subarray(0, BINARY_PROBE_BYTES).includes(0);
  if (hasNul || bytes.length > MAX_TEXT_BYTES) {
    return { isBinary: hasNul };
  }
  try {
    // A byte order mark belongs to the file: an edit must not lose it.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { isBinary: false, text: decoder.decode(bytes) };
  } catch {
    return { isBinary: true };
  }
}
