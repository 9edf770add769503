import { z } from 'zod';
import {
  EntityParams,
  Id,
  LintBody,
  ListQuery,
  ProposeBody,
  TransitionBody,
} from './inputs';
import { operation } from './Operation';
import {
  Detail,
  Documents,
  Findings,
  Graph,
  History,
  OfEntity,
  Opened,
  Page,
  PlaceSchema,
  ProposalList,
  Resolved,
  SourceList,
  Timeline,
  WaitingList,
} from './schemas';

const reads = {
  listDecisions: operation({
    method: 'get',
    path: '/decisions',
    summary: 'List decisions',
    description:
      'The decisions that the caller may read, narrowed, searched and ordered, with what they could be narrowed to further.',
    query: ListQuery,
    response: Page,
  }),
  resolveDecision: operation({
    method: 'get',
    path: '/decisions/resolve',
    summary: 'Find what an address leads to',
    description:
      'Looks an address of the form acme/orders/-/docs/adr/0001-x.md, or acme/orders/-/1, up in the index; nothing is read from the repository.',
    query: z.strictObject({ address: z.string().min(1).max(2048) }),
    response: Resolved,
  }),
  drawGraph: operation({
    method: 'get',
    path: '/decisions/graph',
    summary: 'Draw what binds decisions',
    query: z.strictObject({
      system: z.string().max(300).optional(),
      source: z.string().max(300).optional(),
      relates: z.enum(['true', 'false']).optional(),
    }),
    response: Graph,
  }),
  showTimeline: operation({
    method: 'get',
    path: '/decisions/timeline',
    summary: 'Count decisions by month and system',
    query: ListQuery,
    response: Timeline,
  }),
  getDecision: operation({
    method: 'get',
    path: '/decisions/{id}',
    summary: 'Read a decision',
    params: Id,
    response: Detail,
  }),
  getImage: operation({
    method: 'get',
    path: '/decisions/{id}/images/{index}',
    summary: 'Read a picture of a decision',
    description:
      'Pictures go by their place in the list of the decision; there is no way to name a file.',
    params: Id.extend({
      index: z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    }),
    mediaTypes: ['image/*'],
  }),
  getHistory: operation({
    method: 'get',
    path: '/decisions/{id}/history',
    summary: 'List the last commits of a decision',
    params: Id,
    response: History,
  }),
  readFeed: operation({
    method: 'get',
    path: '/feed',
    summary: 'Follow new decisions',
    description: 'As Atom, or as JSON Feed with type=json.',
    query: z.strictObject({
      type: z.enum(['atom', 'json']).optional(),
      status: z.string().max(20).optional(),
      system: z.string().max(300).optional(),
      owner: z.string().max(300).optional(),
    }),
    mediaTypes: ['application/atom+xml', 'application/feed+json'],
  }),
  listSources: operation({
    method: 'get',
    path: '/sources',
    summary: 'List repositories that could not be read',
    response: SourceList,
  }),
};

const aboutPeopleAndEntities = {
  listOfEntity: operation({
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/decisions',
    summary: 'List the decisions of an entity',
    description:
      'Its own, those of the system or domain that it is part of, and those that name it.',
    params: EntityParams,
    response: OfEntity,
  }),
  findPlace: operation({
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/place',
    summary: 'Find out where a new decision would go',
    params: EntityParams,
    response: PlaceSchema,
  }),
  listProposals: operation({
    method: 'get',
    path: '/proposals',
    summary: 'List decisions that are proposed in open changes',
    response: ProposalList,
  }),
  listWaiting: operation({
    method: 'get',
    path: '/waiting',
    summary: 'List decisions that wait for the caller',
    response: WaitingList,
  }),
};

const writes = {
  proposeDecision: operation({
    method: 'post',
    path: '/decisions',
    summary: 'Propose a decision',
    description:
      'Opens a change that adds the record. Its number is neither on the default branch nor in an open change.',
    body: ProposeBody,
    response: Opened,
    status: 201,
  }),
  decide: operation({
    method: 'post',
    path: '/decisions/{id}/transitions',
    summary: 'Accept, reject, deprecate or supersede a decision',
    description:
      'Opens a change of the lines with status and date. Accepting also marks what the decision supersedes.',
    params: Id,
    body: TransitionBody,
    response: Opened,
    status: 201,
  }),
  decideProposal: operation({
    method: 'post',
    path: '/proposals/{id}/transitions',
    summary: 'Accept or reject a decision in the change that proposes it',
    params: Id,
    body: TransitionBody,
    response: Opened,
    status: 201,
  }),
  renumber: operation({
    method: 'post',
    path: '/decisions/{id}/renumber',
    summary: 'Renumber the later one of two decisions with one number',
    params: Id,
    response: Opened,
    status: 201,
  }),
  lint: operation({
    method: 'post',
    path: '/lint',
    summary: 'Check decision records',
    body: LintBody,
    response: Findings,
  }),
};

const services = {
  listDocuments: operation({
    method: 'get',
    path: '/documents',
    summary: 'List what the search indexes; for the portal itself',
    query: z.strictObject({
      after: z.string().max(24).optional(),
    }),
    response: Documents,
  }),
};

/** Every operation of the API; the router and its description are made of this. */
export const operations = {
  ...reads,
  ...aboutPeopleAndEntities,
  ...writes,
  ...services,
};

/** The operations by their names. */
export type Operations = typeof operations;
