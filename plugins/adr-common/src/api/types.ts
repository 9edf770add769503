import type {
  DecisionFormat,
  DecisionStatus,
  LinkType,
  Section,
} from '../model/Decision';
import type { Finding, RuleId } from '../model/Finding';
import type { DecisionAddress } from './addresses';

/** A decision as lists show it. */
export interface DecisionSummary extends DecisionAddress {
  id: string;
  number?: number;
  title: string;
  status: DecisionStatus;
  /** `YYYY-MM-DD` */
  date?: string;
  /** The entity that the decision is about. */
  entityRef: string;
  ownerRef?: string;
  systemRef?: string;
  tags: string[];
  rules: RuleId[];
  format: DecisionFormat;
  chosenOption?: string;
}

/** A value that lists can be narrowed to, and how many decisions it would leave. */
export interface FacetValue {
  value: string;
  count: number;
}

/** What lists can be narrowed by. */
export const FACETS = [
  'status',
  'owner',
  'system',
  'tag',
  'year',
  'rule',
  'format',
] as const;

/** One of {@link FACETS}. */
export type Facet = (typeof FACETS)[number];

/** The values of each facet among the decisions that the reader may see. */
export type Facets = Record<Facet, FacetValue[]>;

/** A part of the log. */
export interface DecisionPage {
  items: DecisionSummary[];
  total: number;
  facets: Facets;
}

/** A repository whose records could not be read the last time. */
export interface SourceState {
  source: string;
  entityRefs: string[];
  /** ISO 8601; what is shown is from then. Absent when it was never read. */
  readAt?: string;
  /** Why it was not read since. */
  error?: string;
}

/** A decision at the other end of a link. */
export interface LinkedSummary
  extends Pick<
    DecisionSummary,
    'id' | 'source' | 'path' | 'number' | 'title' | 'status' | 'date'
  > {
  type: LinkType;
  statedBy: 'this' | 'other' | 'both';
}

/** Somebody that a record names, and the entity that is meant, when the catalog knows one. */
export interface NamedPerson {
  name: string;
  entityRef?: string;
}

/** What the reader may do with a decision. */
export interface DecisionAccess {
  propose: boolean;
  decide: boolean;
}

/** A decision with its text and everything known about it. */
export interface DecisionDetail extends DecisionSummary {
  text: string;
  statusText?: string;
  dateText?: string;
  decisionMakers: NamedPerson[];
  consulted: NamedPerson[];
  informed: NamedPerson[];
  authors: NamedPerson[];
  affects: string[];
  reviewBy?: string;
  options: string[];
  sections: Section[];
  links: LinkedSummary[];
  findings: Omit<Finding, 'path'>[];
  /** Paths of the pictures in the text, as written; they are read by their place in this list. */
  images: string[];
  /** Where the file is, on the web or in the portal. */
  viewUrl?: string;
  editUrl?: string;
  historyUrl?: string;
  sourceState: SourceState;
  access: DecisionAccess;
}

/** What an address leads to. */
export type ResolvedAddress =
  | { type: 'decision'; id: string }
  | { type: 'moved'; address: DecisionAddress }
  | { type: 'several'; items: DecisionSummary[] };

/** Decisions and what binds them. */
export interface GraphPayload {
  nodes: DecisionSummary[];
  edges: {
    from: string;
    to: string;
    type: 'supersedes' | 'amends' | 'relates';
  }[];
  /** More decisions are linked than are shown. */
  isCut: boolean;
}

/** How many decisions were made in a month, by system. */
export interface TimelineMonth {
  /** `YYYY-MM` */
  month: string;
  total: number;
  systems: { systemRef?: string; count: number }[];
}

/** A decision that is proposed in an open change, and is not part of the log yet. */
export interface OpenProposal extends DecisionAddress {
  id: string;
  number?: number;
  title: string;
  status: DecisionStatus;
  date?: string;
  entityRef: string;
  ownerRef?: string;
  /** The change, and its page. */
  change: number;
  changeUrl: string;
  author: string;
  decisionMakers: string[];
  access: DecisionAccess;
}

/** Something that waits for the reader to decide. */
export interface WaitingDecision extends DecisionAddress {
  id: string;
  number?: number;
  title: string;
  date?: string;
  entityRef: string;
  /** Why it waits for the reader: they are named, or their group owns it. */
  reason: 'named' | 'owner';
  /** Set for a decision that is still in a change. */
  change?: number;
  changeUrl?: string;
}

/** The decisions of an entity. */
export interface EntityDecisions {
  own: DecisionSummary[];
  /** Of the system or domain that the entity is part of. */
  inherited: DecisionSummary[];
  /** About other entities, but naming this one. */
  affecting: DecisionSummary[];
  proposals: OpenProposal[];
  sources: SourceState[];
}

/** Where a new decision about an entity would go. */
export interface ProposalPlace {
  entityRef: string;
  source: string;
  folder: string;
  /** Whether the folder exists yet. */
  isNew: boolean;
  naming: 'number' | 'date';
  format: DecisionFormat;
  nextNumber: number;
  /** Accepted decisions that a new one could replace. */
  supersedable: DecisionSummary[];
  mayPropose: boolean;
  /** Why not. */
  reason?: string;
}

/** What came of a proposal or a transition: a change to review. */
export interface OpenedChange {
  change: number;
  changeUrl: string;
  path: string;
  number?: number;
}

/** One commit that touched a record. */
export interface HistoryEntry {
  id: string;
  title: string;
  author: string;
  /** ISO 8601 */
  at: string;
}
