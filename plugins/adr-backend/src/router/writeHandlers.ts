import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  DecisionGraph,
  lintFolder,
  readFolder,
  type DecisionAccess,
  type LinkedDecision,
  type ProposalPlace,
} from '@groundwork/plugin-adr-common';
import type { Request } from 'express';
import type { MayRead } from '../access/ReadableEntities';
import type { DecisionRow } from '../database/rows';
import type { SourcePlan } from '../sources/SourcePlan';
import { byDate, toSummary } from '../log/summaries';
import type { FoundPlace } from '../write/ProposalPlaces';
import type { Clock } from '../index/Clock';
import type { Handlers } from './createRouter';
import { requireEntity } from './readHandlers';
import type { Services } from './Services';

/** Today where the caller is: at most a day from today here. */
function readDay(date: string | undefined, clock: Clock): string {
  const today = clock.today();
  if (date === undefined) return today;
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  if (!(Math.abs(days) <= 1)) {
    throw new InputError(`The date is ${date}, and today is ${today}`);
  }
  return date;
}

function requireAccess(
  access: DecisionAccess,
  kind: keyof DecisionAccess,
): void {
  if (!access[kind]) {
    throw new NotAllowedError(
      kind === 'propose'
        ? 'You may not propose decisions: it needs the permission adr.decision.propose'
        : 'You may not decide about this: it needs the permission adr.decision.decide, which owners of its entity have',
    );
  }
}

async function requirePlanOf(
  { sources }: Services,
  sourceId: string,
): Promise<SourcePlan> {
  const source = await sources.find(sourceId);
  if (!source) {
    throw new NotFoundError(`The portal knows no repository ${sourceId}`);
  }
  return source.plan;
}

/** Decisions of the repository that the caller may read. */
async function findLinked(
  { reader }: Services,
  options: { ids: string[]; source: string; mayRead: MayRead },
): Promise<LinkedDecision[]> {
  const rows = await reader.listByIds(options.ids);
  const found = rows.filter(
    row => row.source_id === options.source && options.mayRead(row.entity_ref),
  );
  if (found.length < options.ids.length) {
    throw new InputError(
      'A decision that is to be superseded is not in this repository',
    );
  }
  return found.map(toSummary);
}

function toPlace(
  place: FoundPlace,
  entityRef: string,
  more: Pick<ProposalPlace, 'nextNumber' | 'mayPropose' | 'reason'> & {
    mayRead: MayRead;
  },
): ProposalPlace {
  const { mayRead, ...rest } = more;
  return {
    entityRef,
    source: place.plan.id,
    folder: place.folder,
    isNew: place.isNew,
    naming: place.naming,
    format: place.format,
    supersedable: place.records
      .filter(row => row.status === 'accepted' && mayRead(row.entity_ref))
      .sort(byDate)
      .map(toSummary),
    ...rest,
  };
}

/** Why somebody may not propose, as a sentence for the form. */
async function explainRefusal(
  services: Services,
  request: Request,
  plan: SourcePlan,
): Promise<string | undefined> {
  const credentials = await services.caller.credentials(request);
  const { propose } = (await services.caller.access(request))({});
  if (!propose) return 'Your role may not propose decisions.';
  if (plan.location.kind !== 'forge') {
    return `${plan.id} is not in the forge, so a record has to be added where it is.`;
  }
  return (await services.permissions.mayChange(credentials, plan.location))
    ? undefined
    : `Your role may not propose changes of ${plan.id}.`;
}

/** Answers what proposes decisions. */
export function createProposeHandlers(
  services: Services,
): Pick<Handlers, 'findPlace' | 'proposeDecision' | 'lint'> {
  const { caller, places, proposals, permissions, clock } = services;
  return {
    findPlace: async ({ params }, { request }) => {
      const entity = await requireEntity(services, request, params);
      const ref = stringifyEntityRef(entity);
      const place = await places.find(ref);
      const reason = await explainRefusal(services, request, place.plan);
      return toPlace(place, ref, {
        mayPropose: reason === undefined,
        reason,
        nextNumber:
          place.plan.location.kind === 'forge'
            ? await proposals.nextNumber(place)
            : 0,
        mayRead: await caller.mayRead(request),
      });
    },
    proposeDecision: async ({ body }, { request }) => {
      const credentials = await caller.user(request);
      const mayRead = await caller.mayReadAs(credentials);
      requireAccess((await caller.access(request))({}), 'propose');
      const place = await places.find(body.entityRef);
      if (!mayRead(body.entityRef) && !place.isNew) {
        throw new NotFoundError(`There is no entity ${body.entityRef}`);
      }
      await requireReadable(services, request, body.entityRef);
      await permissions.requireChange(credentials, place.plan.location);
      const { draft, supersedes: ids } = body;
      const supersedes = await findLinked(services, {
        ids,
        source: place.plan.id,
        mayRead,
      });
      return proposals.propose(place, draft, {
        date: readDay(body.date, clock),
        supersedes,
        actor: await services.changes.actorOf(credentials),
      });
    },
    lint: async ({ body }, { request }) => {
      await caller.credentials(request);
      const records = readFolder(body.files);
      return {
        items: lintFolder({
          records,
          graph: DecisionGraph.create(records),
          settings: services.lint,
          today: clock.today(),
          exists: () => undefined,
        }),
      };
    },
  };
}

async function requireReadable(
  services: Services,
  request: Request,
  entityRef: string,
): Promise<void> {
  const entity = await services.catalog.getEntityByRef(entityRef, {
    credentials: await services.caller.credentials(request),
  });
  if (!entity) throw new NotFoundError(`There is no entity ${entityRef}`);
}

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

/** Answers what decides about decisions. */
export function createDecideHandlers(
  services: Services,
): Pick<Handlers, 'decide' | 'decideProposal' | 'renumber'> {
  const { caller, log, reader, permissions, transitions, clock } = services;
  return {
    decide: async ({ params, body }, { request }) => {
      const credentials = await caller.user(request);
      const mayRead = await caller.mayReadAs(credentials);
      const row = await log.require(params.id, mayRead);
      const plan = await requirePlanOf(services, row.source_id);
      const access = await caller.access(request);
      requireAccess(access({ ownerRef: row.owner_ref ?? undefined }), 'decide');
      await permissions.requireChange(credentials, plan.location);
      const successor = body.successor
        ? await findLinked(services, {
            ids: [body.successor],
            source: plan.id,
            mayRead,
          })
        : [];
      return transitions.decide({
        plan,
        path: row.path,
        verdict: body.status,
        date: readDay(body.date, clock),
        supersedes: await predecessorsOf(services, row),
        successor: successor[0]?.path,
        actor: await services.changes.actorOf(credentials),
      });
    },
    decideProposal: createProposalHandler(services),
    renumber: async ({ params }, { request }) => {
      const credentials = await caller.user(request);
      const row = await log.require(
        params.id,
        await caller.mayReadAs(credentials),
      );
      const access = await caller.access(request);
      requireAccess(access({}), 'propose');
      const plan = await requirePlanOf(services, row.source_id);
      await permissions.requireChange(credentials, plan.location);
      await services.proposalRefresher.refresh(plan.id);
      const [summary] = await reader.listByIds([row.id]);
      return services.renumbering.renumber(
        plan,
        summary,
        await services.changes.actorOf(credentials),
      );
    },
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
      supersedes: await services.reader
        .listWhere({ source_id: plan.id })
        .then(rows =>
          rows
            .filter(
              row =>
                row.status !== 'superseded' &&
                proposal.supersedes.includes(row.path),
            )
            .map(({ path }) => path),
        ),
      actor: await services.changes.actorOf(credentials),
    });
    await services.proposalRefresher.refresh(plan.id);
    return opened;
  };
}
