import type { Finding, Report } from '@groundwork/plugin-docs-report-common';
import { LIMITS } from '../config/limits';
import type { Site } from '../site/Site';
import { sourcePathOf } from '../source/sourcePathOf';
import { checkReferences } from './checkReferences';
import { findOrphans } from './findOrphans';

/** Collects what is wrong in a site, sorted by file and line. */
export function createReport(site: Site): Report {
  const urls = new Map(site.pages.map(({ file, url }) => [file, url]));
  const findings = [
    ...site.pages.flatMap(page =>
      page.faults.map(fault => ({ ...fault, file: page.file })),
    ),
    ...checkReferences(site.pages),
    ...findOrphans(site),
  ].map(finding => ({
    ...finding,
    file: sourcePathOf(finding.file, site.tree),
    page: urls.get(finding.file),
  }));
  const all = [
    ...findings,
    ...findSkipped(site),
    ...findNavigationFaults(site),
  ];
  return {
    pages: site.pages.length,
    findings: all.sort(compare).slice(0, LIMITS.findings).map(toOneLine),
    counts: count(all),
  };
}

/** What a source is called or says must not begin a line of its own in a log. */
function toOneLine(finding: Finding): Finding {
  const tidy = (text: string) => text.replace(/\p{Cc}+/gu, ' ');
  return {
    ...finding,
    file: tidy(finding.file),
    message: tidy(finding.message),
  };
}

function findSkipped({ tree }: Site): Finding[] {
  return tree.skipped.map(({ file, reason }) => ({
    kind: 'refused-file',
    file: sourcePathOf(file, tree),
    message: `${reason}; left out`,
  }));
}

function findNavigationFaults({ config, navigation }: Site): Finding[] {
  return navigation.problems.map(({ message, written, isBrokenLink }) => ({
    kind: isBrokenLink ? 'broken-link' : 'configuration',
    file: config.fileName ?? 'mkdocs.yml',
    line: written ? findLine(config.text, written) : undefined,
    message,
  }));
}

function findLine(text = '', written: string): number | undefined {
  const offset = text.indexOf(written);
  return offset < 0 ? undefined : text.slice(0, offset).split('\n').length;
}

function compare(a: Finding, b: Finding): number {
  if (a.file !== b.file) {
    return a.file < b.file ? -1 : 1;
  }
  return (a.line ?? 0) - (b.line ?? 0);
}

function count(findings: Finding[]): Report['counts'] {
  const counts: Report['counts'] = {};
  for (const { kind } of findings) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
