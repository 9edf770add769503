import { formatSize } from './formatSize';

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1200, '1.2 kB'],
    [1_000_000, '1 MB'],
    [5_000_000_000, '5,000 MB'],
  ])('says %i bytes as %s', (bytes, words) => {
    expect(formatSize(bytes)).toBe(words);
  });
});
