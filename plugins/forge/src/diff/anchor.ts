/** The anchor of a file on the page of a difference; paths hold what ids and selectors may not. */
export function fileAnchor(path: string): string {
  return `file-${encodeURIComponent(path).replace(/%/g, '_')}`;
}
