import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DecisionDetail,
  DecisionDraft,
  DecisionPage,
  EntityDecisions,
  GraphPayload,
  HistoryEntry,
  OpenedChange,
  OpenProposal,
  ProposalPlace,
  ResolvedAddress,
  SourceState,
  TimelineMonth,
  WaitingDecision,
} from '@groundwork/plugin-adr-common';

/** A question to the log, as the address of its page has it. */
export type LogQuery = URLSearchParams;

/** What a graph is drawn of. */
export type GraphOf = { system?: string; source?: string; relates?: boolean };

/** A new decision about an entity. */
export type NewDecision = {
  entityRef: string;
  draft: DecisionDraft;
  supersedes: string[];
  /** Today where the author is, `YYYY-MM-DD`. */
  date: string;
};

/** A verdict on a decision. */
export type NewVerdict = {
  status: 'accepted' | 'rejected' | 'deprecated' | 'superseded';
  successor?: string;
  date: string;
};

/** Reads and changes decisions with the reader's own rights. */
export interface DecisionsApi {
  list(query: LogQuery): Promise<DecisionPage>;
  timeline(query: LogQuery): Promise<TimelineMonth[]>;
  graph(of: GraphOf): Promise<GraphPayload>;
  resolve(address: string): Promise<ResolvedAddress>;
  get(id: string): Promise<DecisionDetail>;
  getImage(id: string, index: number): Promise<Blob>;
  getHistory(id: string): Promise<HistoryEntry[]>;
  listProposals(): Promise<OpenProposal[]>;
  listWaiting(): Promise<WaitingDecision[]>;
  listFailedSources(): Promise<SourceState[]>;
  ofEntity(entityRef: string): Promise<EntityDecisions>;
  findPlace(entityRef: string): Promise<ProposalPlace>;
  propose(decision: NewDecision): Promise<OpenedChange>;
  decide(id: string, verdict: NewVerdict): Promise<OpenedChange>;
  decideProposal(id: string, verdict: NewVerdict): Promise<OpenedChange>;
  renumber(id: string): Promise<OpenedChange>;
  /** The feed, for the readers of feeds in this browser. */
  feedUrl(): Promise<string>;
}

/** The decision log, as its pages see it. */
export const decisionsApiRef = createApiRef<DecisionsApi>({
  id: 'plugin.adr.decisions',
});
