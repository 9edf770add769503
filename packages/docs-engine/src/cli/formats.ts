import path from 'node:path';
import {
  countFindings,
  type Finding,
  type Report,
} from '@groundwork/plugin-docs-report-common';

/** Turns a report into lines. */
export type ReportFormat = (report: Report, directory: string) => string[];

/** How a report can be printed. */
export const FORMATS = new Map<string, ReportFormat>([
  ['text', formatText],
  ['github', formatForGitHub],
  ['json', report => [JSON.stringify(report, undefined, 2)]],
]);

function formatText(report: Report, directory: string): string[] {
  return [
    ...report.findings.map(
      finding =>
        `${placeOf(finding, directory)}: ${finding.message} (${finding.kind})`,
    ),
    summarize(report),
  ];
}

/** Commands by which GitHub shows findings beside the lines of a change. */
function formatForGitHub(report: Report, directory: string): string[] {
  return [
    ...report.findings.map(finding => {
      const file = escapeProperty(path.posix.join(directory, finding.file));
      const line = finding.line === undefined ? '' : `,line=${finding.line}`;
      const title = escapeProperty(finding.kind);
      const message = escapeData(finding.message);
      return `::error file=${file}${line},title=${title}::${message}`;
    }),
    summarize(report),
  ];
}

function placeOf({ file, line }: Finding, directory: string): string {
  const place = path.posix.join(directory, file);
  return line === undefined ? place : `${place}:${line}`;
}

function summarize({ counts, findings, pages }: Report): string {
  const count = countFindings(counts);
  const what = count === 1 ? '1 thing' : `${count} things`;
  const listed =
    count > findings.length ? `, the first ${findings.length} are listed` : '';
  return count
    ? `${what} to fix in ${countPages(pages)}${listed}`
    : `Nothing to fix in ${countPages(pages)}`;
}

function countPages(pages: number): string {
  return pages === 1 ? '1 page' : `${pages} pages`;
}

/** A file name of a repository must not begin a command of its own. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
