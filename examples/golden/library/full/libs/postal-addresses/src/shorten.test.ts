import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.js';

describe('shortening', () => {
  it.each([
    ['keeps what is short enough', 'short', 5, 'short'],
    ['shows that something is missing', 'too long', 5, 'too …'],
    ['never cuts through a character', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦…'],
  ])('%s', (_, text, length, expected) => {
    expect(shorten(text, length)).toBe(expected);
  });

  it.each([[0], [-1], [1.5]])('refuses to cut to %s characters', length => {
    expect(() => shorten('text', length)).toThrow(RangeError);
  });
});
