/** Lists the rows of the Markdown tables below a heading, as arrays of cell texts without code marks. */
export function rowsBelow(text, heading) {
  const lines = text.split('\n');
  const start = lines.findIndex(line => line === heading);
  if (start < 0) return [];
  const length = lines
    .slice(start + 1)
    .findIndex(line => /^#{1,2} /.test(line));
  const section = lines.slice(
    start + 1,
    length < 0 ? undefined : start + 1 + length,
  );
  return section.filter(isRow).slice(1).map(cellsOf);
}

function isRow(line) {
  return line.startsWith('|') && !/^\|[\s|:-]+$/.test(line);
}

function cellsOf(line) {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim().replaceAll('`', ''));
}

/** Compares what a page lists with what there is, and names what one of them lacks. */
export function compare({ file, listed, actual, source }) {
  const missing = actual.filter(entry => !listed.includes(entry));
  const surplus = listed.filter(entry => !actual.includes(entry));
  return [
    ...missing.map(entry => ({
      file,
      message: `lacks '${entry}', which ${source} has; add it`,
    })),
    ...surplus.map(entry => ({
      file,
      message: `has '${entry}', which ${source} does not have; correct or remove it`,
    })),
  ];
}
