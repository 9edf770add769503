import type { Finding } from '@groundwork/plugin-docs-report-common';
import { logReport } from './logReport';

function logged(findings: Finding[], total = findings.length): string[] {
  const lines: string[] = [];
  logReport(
    { warn: line => lines.push(line) },
    { pages: 1, findings, counts: { 'broken-link': total } },
  );
  return lines;
}

const finding: Finding = {
  kind: 'broken-link',
  file: 'docs/a.md',
  line: 3,
  message: "link 'x.md' points to a file that does not exist",
};

describe('logReport', () => {
  it('names the place and the fault', () => {
    expect(logged([finding, { ...finding, line: undefined }])).toEqual([
      "docs/a.md:3: link 'x.md' points to a file that does not exist",
      "docs/a.md: link 'x.md' points to a file that does not exist",
    ]);
  });

  it('counts what it does not list', () => {
    expect(logged(Array(150).fill(finding), 1_500).at(-1)).toBe(
      '1400 more findings are not listed',
    );
  });

  it('is silent about a site in order', () => {
    expect(logged([])).toEqual([]);
  });
});
