import { execFileSync } from 'node:child_process';
import { formatMoment, today } from './days';

/** What another process, which lives in a time zone, prints. */
function printIn(zone: string, expression: string): string {
  const script = `const days = require('./days'); process.stdout.write(${expression})`;
  return execFileSync(
    process.execPath,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', '-e', script],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8', cwd: __dirname },
  );
}

describe('days', () => {
  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Tokyo', -540],
  ])('are worded as they were written, in %s', (zone, minutesBehind) => {
    expect(
      printIn(
        zone,
        `[
          new Date(2024, 0, 1).getTimezoneOffset(),
          days.formatDay('2024-05-15', 'en'),
          days.formatDay('2024-01-01', 'en'),
          days.formatMonth('2024-01', 'en'),
        ].join('|')`,
      ),
    ).toBe(`${minutesBehind}|May 15, 2024|Jan 1, 2024|January 2024`);
  });

  it('begin at midnight where the reader is', () => {
    expect(today(new Date(2024, 0, 1, 0, 5))).toBe('2024-01-01');
    expect(today(new Date(2024, 11, 31, 23, 55))).toBe('2024-12-31');
  });

  it('are told apart from moments, which have a time', () => {
    expect(formatMoment('2024-05-15T10:00:00', 'en')).toMatch(
      /May 15, 2024.*10:00/,
    );
  });
});
