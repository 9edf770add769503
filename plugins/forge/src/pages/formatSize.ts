const UNITS = ['B', 'KiB', 'MiB', 'GiB'];

/** Words a number of bytes: `1.2 MiB`. */
export function formatSize(bytes: number): string {
  const power = Math.min(
    Math.floor(Math.log2(Math.max(bytes, 1)) / 10),
    UNITS.length - 1,
  );
  const amount = bytes / 2 ** (10 * power);
  return `${Number(amount.toFixed(amount < 10 ? 1 : 0))} ${UNITS[power]}`;
}
