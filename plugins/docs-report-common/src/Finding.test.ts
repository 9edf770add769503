import { countFindings } from './Finding';

describe('countFindings', () => {
  it('adds up all kinds', () => {
    expect(countFindings({ 'broken-link': 2, 'orphan-page': 1 })).toBe(3);
  });

  it('is zero without findings', () => {
    expect(countFindings({})).toBe(0);
  });
});
