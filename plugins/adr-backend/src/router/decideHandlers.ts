import { NotFoundError } from '@backstage/errors';
import type { StoredProposal } from '../database/ProposalStore';
import type { DecisionRow } from '../database/rows';
import type { Handlers } from './createRouter';
import type { Services } from './Services';
import {
  findLinked,
  readDay,
  requireAccess,
  requirePlanOf,
} from './writeRequests';

/** Paths of what a record supersedes, of the same repository; accepting it changes them, too. */
async function predecessorsOf(
  { reader }: Services,
  row: Pick<DecisionRow, 'id' | 'source_id'>,
): Promise<string[]> {
  const links = await reader.listLinks([row.id]);
  const ids = links
    .filter(
      ({ type, from_id: from }) => type === 'supersedes' && from === row.id,
    )
    .map(({ to_id: to }) => to);
  const rows = await reader.listByIds(ids);
  return rows
    .filter(
      old => old.source_id === row.source_id && old.status !== 'superseded',
    )
    .map(({ path }) => path);
}

/** Paths of what a proposal supersedes and what is not superseded yet. */
async function replacedBy(
  { reader }: Services,
  { source, supersedes }: StoredProposal,
): Promise<string[]> {
  const rows = await reader.listWhere({ source_id: source });
  return rows
    .filter(row => row.status !== 'superseded' && supersedes.includes(row.path))
    .map(({ path }) => path);
}

function createDecideHandler(services: Services): Handlers['decide'] {
  const { caller, log, permissions, transitions, clock } = services;
  return async ({ params, body }, { request }) => {
    const credentials = await caller.user(request);
    const mayRead = await caller.mayReadAs(credentials);
    const row = await log.require(params.id, mayRead);
    const plan = await requirePlanOf(services, row.source_id);
    const access = await caller.access(request);
    requireAccess(access({ ownerRef: row.owner_ref ?? undefined }), 'decide');
    await permissions.requireChange(credentials, plan.location);
    const [successor] = await findLinked(services, {
      ids: body.successor ? [body.successor] : [],
      source: plan.id,
      mayRead,
    });
    return transitions.decide({
      plan,
      path: row.path,
      verdict: body.status,
      date: readDay(body.date, clock),
      supersedes: await predecessorsOf(services, row),
      successor: successor?.path,
      actor: await services.changes.actorOf(credentials),
    });
  };
}

function createProposalHandler(services: Services): Handlers['decideProposal'] {
  const { caller, permissions, proposalStore, transitions, clock } = services;
  return async ({ params, body }, { request }) => {
    const credentials = await caller.user(request);
    const mayRead = await caller.mayReadAs(credentials);
    const proposal = await proposalStore.find(params.id);
    if (!proposal || !mayRead(proposal.entityRef)) {
      throw new NotFoundError('There is no proposal with this id');
    }
    requireAccess((await caller.access(request))(proposal), 'decide');
    const plan = await requirePlanOf(services, proposal.source);
    await permissions.requireChange(credentials, plan.location);
    const opened = await transitions.decideInChange({
      plan,
      path: proposal.path,
      change: proposal.change,
      verdict: body.status,
      date: readDay(body.date, clock),
      supersedes: await replacedBy(services, proposal),
      actor: await services.changes.actorOf(credentials),
    });
    await services.proposalRefresher.refresh(plan.id);
    return opened;
  };
}

function createRenumberHandler(services: Services): Handlers['renumber'] {
  const { caller, log, reader, permissions } = services;
  return async ({ params }, { request }) => {
    const credentials = await caller.user(request);
    const mayRead = await caller.mayReadAs(credentials);
    const row = await log.require(params.id, mayRead);
    requireAccess((await caller.access(request))({}), 'propose');
    const plan = await requirePlanOf(services, row.source_id);
    await permissions.requireChange(credentials, plan.location);
    await services.proposalRefresher.refresh(plan.id);
    const [summary] = await reader.listByIds([row.id]);
    return services.renumbering.renumber(
      plan,
      summary,
      await services.changes.actorOf(credentials),
    );
  };
}

/** Answers what decides about decisions. */
export function createDecideHandlers(
  services: Services,
): Pick<Handlers, 'decide' | 'decideProposal' | 'renumber'> {
  return {
    decide: createDecideHandler(services),
    decideProposal: createProposalHandler(services),
    renumber: createRenumberHandler(services),
  };
}
