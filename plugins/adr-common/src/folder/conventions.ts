/** Where people keep decisions, relative to the directory of what they are about. */
export const CONVENTIONAL_FOLDERS = [
  'docs/adr',
  'docs/adrs',
  'docs/ADR',
  'docs/decisions',
  'docs/architecture/decisions',
  'docs/architecture/adr',
  'docs/architecture-decisions',
  'docs/architecture-decision-records',
  'doc/adr',
  'doc/adrs',
  'doc/decisions',
  'doc/architecture/decisions',
  'doc/architecture/adr',
  'architecture/decisions',
  'architecture/adr',
  'architecture-decisions',
  'architecture-decision-records',
  'adr',
  'adrs',
  'ADR',
  'decisions',
  '.decisions',
] as const;

/** Names a folder of decisions that is elsewhere; several are separated by commas. */
export const ANNOTATION_ADR_LOCATION = 'backstage.io/adr-location';
