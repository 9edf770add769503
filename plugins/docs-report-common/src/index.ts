export {
  countFindings,
  FINDING_KINDS,
  type Finding,
  type FindingCounts,
  type FindingKind,
  type Report,
} from './Finding';
export type { BuildFailure, DocsReport, DocsReportSummary } from './DocsReport';
export { DOCS_CHECKED_TOPIC, type DocsCheckedEvent } from './events';
