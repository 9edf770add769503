import {
  DECISION_FORMATS,
  DECISION_STATUSES,
  LINK_TYPES,
  RULE_IDS,
  SEVERITIES,
  type DecisionDetail,
  type DecisionPage,
  type DecisionSummary,
  type EntityDecisions,
  type GraphPayload,
  type HistoryEntry,
  type LinkedSummary,
  type OpenedChange,
  type OpenProposal,
  type ProposalPlace,
  type ResolvedAddress,
  type SourceState,
  type TimelineMonth,
  type WaitingDecision,
} from '@groundwork/plugin-adr-common';
import { z } from 'zod';

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, as YYYY-MM-DD; it has no time zone');
const Line = z.number().int().min(1).describe('Counted from one');

const Address = {
  source: z
    .string()
    .describe('The repository: acme/orders, or github.com/acme/orders'),
  path: z.string().describe('The file, from the root of the repository'),
};

const Summary = z
  .object({
    id: z.string(),
    ...Address,
    number: z.number().int().optional(),
    title: z.string(),
    status: z.enum(DECISION_STATUSES),
    date: Day.optional(),
    entityRef: z.string(),
    ownerRef: z.string().optional(),
    systemRef: z.string().optional(),
    tags: z.array(z.string()),
    rules: z.array(z.enum(RULE_IDS)).describe('Rules with findings'),
    format: z.enum(DECISION_FORMATS),
    chosenOption: z.string().optional(),
  })
  .meta({ id: 'DecisionSummary' }) satisfies z.ZodType<DecisionSummary>;

const FacetValues = z.array(
  z.object({ value: z.string(), count: z.number().int() }),
);

/** A part of the log. */
export const Page = z
  .object({
    items: z.array(Summary),
    total: z.number().int(),
    facets: z.object({
      status: FacetValues,
      owner: FacetValues,
      system: FacetValues,
      tag: FacetValues,
      year: FacetValues,
      rule: FacetValues,
      format: FacetValues,
    }),
  })
  .meta({ id: 'DecisionPage' }) satisfies z.ZodType<DecisionPage>;

const Source = z
  .object({
    source: z.string(),
    entityRefs: z.array(z.string()),
    readAt: z.string().optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'SourceState' }) satisfies z.ZodType<SourceState>;

/** Sources that could not be read. */
export const SourceList = z.object({ items: z.array(Source) });

const Linked = z.object({
  id: z.string(),
  ...Address,
  number: z.number().int().optional(),
  title: z.string(),
  status: z.enum(DECISION_STATUSES),
  date: Day.optional(),
  type: z.enum(LINK_TYPES),
  statedBy: z.enum(['this', 'other', 'both']),
}) satisfies z.ZodType<LinkedSummary>;

const Person = z.object({
  name: z.string(),
  entityRef: z.string().optional(),
});
const Access = z.object({ propose: z.boolean(), decide: z.boolean() });
const FindingSchema = z.object({
  rule: z.enum(RULE_IDS),
  severity: z.enum(SEVERITIES),
  line: Line,
  message: z.string(),
  remedy: z.string(),
});

/** A decision with everything known about it. */
export const Detail = Summary.extend({
  text: z.string(),
  statusText: z.string().optional(),
  dateText: z.string().optional(),
  decisionMakers: z.array(Person),
  consulted: z.array(Person),
  informed: z.array(Person),
  authors: z.array(Person),
  affects: z.array(z.string()),
  reviewBy: Day.optional(),
  options: z.array(z.string()),
  sections: z.array(
    z.object({ title: z.string(), level: z.number().int(), line: Line }),
  ),
  links: z.array(Linked),
  findings: z.array(FindingSchema),
  images: z
    .array(z.string())
    .describe('Pictures of the text, by their place in this list'),
  viewUrl: z.string().optional(),
  editUrl: z.string().optional(),
  historyUrl: z.string().optional(),
  sourceState: Source,
  access: Access,
}).meta({ id: 'DecisionDetail' }) satisfies z.ZodType<DecisionDetail>;

/** What an address leads to. */
export const Resolved = z.discriminatedUnion('type', [
  z.object({ type: z.literal('decision'), id: z.string() }),
  z.object({ type: z.literal('moved'), address: z.object(Address) }),
  z.object({ type: z.literal('several'), items: z.array(Summary) }),
]) satisfies z.ZodType<ResolvedAddress>;

/** Decisions and what binds them. */
export const Graph = z.object({
  nodes: z.array(Summary),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      type: z.enum(['supersedes', 'amends', 'relates']),
    }),
  ),
  isCut: z.boolean(),
}) satisfies z.ZodType<GraphPayload>;

const Month = z.object({
  month: z.string(),
  total: z.number().int(),
  systems: z.array(
    z.object({ systemRef: z.string().optional(), count: z.number().int() }),
  ),
}) satisfies z.ZodType<TimelineMonth>;

/** How many decisions were made when. */
export const Timeline = z.object({ items: z.array(Month) });

const Proposal = z.object({
  id: z.string(),
  ...Address,
  number: z.number().int().optional(),
  title: z.string(),
  status: z.enum(DECISION_STATUSES),
  date: Day.optional(),
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  change: z.number().int(),
  changeUrl: z.string(),
  author: z.string(),
  decisionMakers: z.array(z.string()),
  access: Access,
}) satisfies z.ZodType<OpenProposal>;

/** Decisions in open changes. */
export const ProposalList = z.object({ items: z.array(Proposal) });

/** The decisions of an entity. */
export const OfEntity = z.object({
  own: z.array(Summary),
  inherited: z.array(Summary),
  affecting: z.array(Summary),
  proposals: z.array(Proposal),
  sources: z.array(Source),
}) satisfies z.ZodType<EntityDecisions>;

/** Where a new decision would go. */
export const PlaceSchema = z.object({
  entityRef: z.string(),
  source: z.string(),
  folder: z.string(),
  isNew: z.boolean(),
  naming: z.enum(['number', 'date']),
  format: z.enum(DECISION_FORMATS),
  nextNumber: z.number().int(),
  supersedable: z.array(Summary),
  mayPropose: z.boolean(),
  reason: z.string().optional(),
}) satisfies z.ZodType<ProposalPlace>;

const Waiting = z.object({
  id: z.string(),
  ...Address,
  number: z.number().int().optional(),
  title: z.string(),
  date: Day.optional(),
  entityRef: z.string(),
  reason: z.enum(['named', 'owner']),
  change: z.number().int().optional(),
  changeUrl: z.string().optional(),
}) satisfies z.ZodType<WaitingDecision>;

/** What waits for the caller. */
export const WaitingList = z.object({ items: z.array(Waiting) });

/** A change to review. */
export const Opened = z.object({
  change: z.number().int(),
  changeUrl: z.string(),
  path: z.string(),
  number: z.number().int().optional(),
}) satisfies z.ZodType<OpenedChange>;

const Entry = z.object({
  id: z.string(),
  title: z.string(),
  author: z.string(),
  at: z.string(),
}) satisfies z.ZodType<HistoryEntry>;

/** Commits of a record. */
export const History = z.object({ items: z.array(Entry) });

/** Findings of a lint. */
export const Findings = z.object({
  items: z.array(FindingSchema.extend({ path: z.string() })),
});

/** Documents for the search. */
export const Documents = z.object({
  items: z.array(Summary.extend({ text: z.string() })),
  next: z.string().optional(),
});
