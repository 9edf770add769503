import type { DecisionFormat } from '../model/Decision';
import type { LinkedDecision } from './names';

/** The forms in which the portal writes a new record. */
export const DRAFT_FORMATS = [
  'madr-4',
  'madr-minimal',
  'log4brains',
  'nygard',
] as const;

/** One of {@link DRAFT_FORMATS}. */
export type DraftFormat = (typeof DRAFT_FORMATS)[number];

/** The form to offer first where records are written in another one. */
export function draftFormatOf(format: DecisionFormat): DraftFormat {
  if (format === 'nygard') return 'nygard';
  return format === 'log4brains' || format === 'madr-2'
    ? 'log4brains'
    : 'madr-4';
}

/** One of the options that were considered. */
export interface DraftOption {
  name: string;
  /** What speaks for it and against it, in Markdown. */
  notes?: string;
}

/** A decision as somebody proposes it, before it is a file. */
export interface DecisionDraft {
  title: string;
  format: DraftFormat;
  context: string;
  options: DraftOption[];
  /** The name of one of the options, or the decision itself where the form has no options. */
  outcome: string;
  reason?: string;
  consequences?: string;
  decisionMakers: string[];
  consulted: string[];
  informed: string[];
  tags: string[];
  affects: string[];
}

/** What makes a draft a file. */
export interface DraftPlace {
  path: string;
  number?: number;
  /** `YYYY-MM-DD` */
  date: string;
  supersedes: LinkedDecision[];
}
