/** `one file`, `12 files` */
export function countFiles(files: { length: number }): string {
  return files.length === 1 ? 'one file' : `${files.length} files`;
}
