import type { Report } from './Finding';

/** The topic of the event that tells what a build of docs has found, or why it failed. */
export const DOCS_CHECKED_TOPIC = 'groundwork.docs.checked';

/** The payload of {@link DOCS_CHECKED_TOPIC}: a report, or the reason of a failure. */
export interface DocsCheckedEvent {
  entityRef: string;
  /** ISO 8601. */
  at: string;
  report?: Report;
  failure?: string;
}
