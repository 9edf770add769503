/** Names a directory after this moment, so that names sort by age: 2026-05-01T12-30-59-123Z. */
export function timestamp(date = new Date()) {
  return date.toISOString().replace(/[:.]/g, '-');
}
