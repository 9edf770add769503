import { describeRateLimit, findRateLimit } from './RateLimit';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const find = (status: number, headers: Record<string, string>, message = '') =>
  findRateLimit({ status, headers, message }, NOW);

describe('A rate limit', () => {
  it('is primary when no request remains, and ends a second after the reset', () => {
    const limit = find(403, {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-limit': '5000',
      'x-ratelimit-reset': String(NOW / 1000 + 60),
    });
    expect(limit).toEqual({ kind: 'primary', until: NOW + 61_000, size: 5000 });
  });

  it('is secondary by its header, its message or its status', () => {
    const secondary = (until: number) => ({ kind: 'secondary', until });
    expect(find(403, { 'retry-after': '30' })).toEqual(secondary(NOW + 30_000));
    expect(find(403, {}, 'You have exceeded a secondary rate limit')).toEqual(
      secondary(NOW + 60_000),
    );
    expect(
      find(403, {}, 'You have triggered an abuse detection mechanism'),
    ).toEqual(secondary(NOW + 60_000));
    expect(find(429, {})).toEqual(secondary(NOW + 60_000));
    expect(
      find(429, { 'retry-after': 'Tue, 24 Nov 2026 12:02:00 GMT' }),
    ).toEqual(secondary(NOW + 120_000));
  });

  it('ends within the hour, whatever is said', () => {
    expect(find(429, { 'retry-after': '99999999' })?.until).toBe(
      NOW + 65 * 60_000,
    );
  });

  it('is not every refusal', () => {
    expect(find(403, { 'x-ratelimit-remaining': '12' }, 'No.')).toBeUndefined();
    expect(find(500, { 'retry-after': '30' })).toBeUndefined();
  });

  it('is described with its end and a remedy', () => {
    const text = describeRateLimit(
      'github.com',
      { kind: 'primary', until: NOW + 600_000, size: 5000 },
      NOW,
    );
    expect(text).toBe(
      'github.com answers no more requests of the portal until 12:10:00 UTC, in 10 minutes: its limit of 5000 requests an hour is used up. Try again then; a GitHub App has a higher limit than a token',
    );
  });
});
