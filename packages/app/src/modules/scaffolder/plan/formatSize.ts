const UNITS = [
  { unit: 'byte', unitDisplay: 'long' },
  { unit: 'kilobyte', unitDisplay: 'short' },
  { unit: 'megabyte', unitDisplay: 'short' },
] as const;

/** A number of bytes as a reader would say it: `1.2 kB`. */
export function formatSize(bytes: number): string {
  const power = Math.min(
    UNITS.length - 1,
    Math.floor(Math.log10(Math.max(1, bytes)) / 3),
  );
  return new Intl.NumberFormat('en', {
    style: 'unit',
    ...UNITS[power],
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
