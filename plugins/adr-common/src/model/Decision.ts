/** Where a decision is in its life; `unknown` when the record says nothing, or a word that nobody recognises. */
export const DECISION_STATUSES = [
  'draft',
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
  'unknown',
] as const;

/** One of {@link DECISION_STATUSES}. */
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

/** The form that a record is written in. */
export const DECISION_FORMATS = [
  'madr-4',
  'madr-3',
  'madr-2',
  'log4brains',
  'nygard',
  'other',
] as const;

/** One of {@link DECISION_FORMATS}. */
export type DecisionFormat = (typeof DECISION_FORMATS)[number];

/** How one decision refers to another, seen from the record that says so. */
export const LINK_TYPES = [
  'supersedes',
  'superseded-by',
  'amends',
  'amended-by',
  'relates',
] as const;

/** One of {@link LINK_TYPES}. */
export type LinkType = (typeof LINK_TYPES)[number];

/** What one record says about another, before anybody has looked whether that exists. */
export interface DecisionReference {
  type: LinkType;
  /** What was written: a path, an address, a number, a name. */
  target: string;
  /** The words of a link whose target is an address. */
  label?: string;
  /** Where it was said: in the front matter, in the header or status, or in the text. */
  origin: 'front-matter' | 'status' | 'body';
  /** Counted from one. */
  line: number;
}

/** A link or picture of the text that leads to a file. */
export interface FileReference {
  kind: 'link' | 'image';
  /** As written, decoded, without anchor and query. */
  path: string;
  line: number;
}

/** A part of the text below a heading. */
export interface Section {
  title: string;
  level: number;
  /** The line of the heading. */
  line: number;
}

/** Everything that can be read out of one record without knowing any other. */
export interface ParsedDecision {
  /** The path of the file, as given. */
  path: string;
  /** From the file name, or else from the heading; several records may have the same. */
  number?: number;
  /** Without the number. */
  title: string;
  /** The first heading as written. */
  heading?: string;
  headingLine?: number;
  status: DecisionStatus;
  /** What the record says, without markup. */
  statusText?: string;
  statusLine?: number;
  /** `YYYY-MM-DD`; absent when there is none or no such day. Never a `Date`: a day has no time zone. */
  date?: string;
  /** What the record says. */
  dateText?: string;
  dateLine?: number;
  decisionMakers: string[];
  consulted: string[];
  informed: string[];
  authors: string[];
  tags: string[];
  /** Entity references or path patterns that the decision is about. */
  affects: string[];
  /** `YYYY-MM-DD`: when the decision is to be looked at again. */
  reviewBy?: string;
  format: DecisionFormat;
  /** The words of the context, for lists and previews. */
  context?: string;
  /** The words of the outcome. */
  outcome?: string;
  chosenOption?: string;
  options: string[];
  references: DecisionReference[];
  files: FileReference[];
  sections: Section[];
  /** What is wrong with the record by itself. */
  problems: ParseProblem[];
}

/** What a parser noticed; the rules turn it into findings. */
export interface ParseProblem {
  kind:
    | 'front-matter'
    | 'placeholder'
    | 'too-large'
    | 'date'
    | 'review-by'
    | 'title';
  line: number;
  detail: string;
}
