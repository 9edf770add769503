import {
  countFindings,
  type Report,
} from '@groundwork/plugin-docs-report-common';

/** A wall of text hides the first finding, which usually tells the most; the report has them all. */
const LOGGED = 100;

/** Names what is wrong in a source in the log of its build, which TechDocs shows to the reader who waits for it. */
export function logReport(
  logger: { warn(message: string): void },
  { findings, counts }: Report,
): void {
  for (const { file, line, message } of findings.slice(0, LOGGED)) {
    const place = line === undefined ? file : `${file}:${line}`;
    logger.warn(`${place}: ${message}`);
  }
  const hidden = countFindings(counts) - Math.min(findings.length, LOGGED);
  if (hidden > 0) {
    logger.warn(`${hidden} more findings are not listed`);
  }
}
