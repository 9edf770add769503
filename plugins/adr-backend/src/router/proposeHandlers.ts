import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  DecisionGraph,
  lintFolder,
  readFolder,
  type ProposalPlace,
} from '@groundwork/plugin-adr-common';
import type { Request } from 'express';
import type { MayRead } from '../access/ReadableEntities';
import { byDate, toSummary } from '../log/summaries';
import type { SourcePlan } from '../sources/SourcePlan';
import type { FoundPlace } from '../write/ProposalPlaces';
import type { Handlers } from './createRouter';
import { requireEntity } from './readHandlers';
import type { Services } from './Services';
import { findLinked, readDay, requireAccess } from './writeRequests';

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

function createPlaceHandler(services: Services): Handlers['findPlace'] {
  const { caller, places, proposals } = services;
  return async ({ params }, { request }) => {
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
  };
}

function createProposalHandler(
  services: Services,
): Handlers['proposeDecision'] {
  const { caller, places, proposals, permissions, clock } = services;
  return async ({ body }, { request }) => {
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
  };
}

/** Answers what proposes decisions, and what checks records. */
export function createProposeHandlers(
  services: Services,
): Pick<Handlers, 'findPlace' | 'proposeDecision' | 'lint'> {
  const { caller, clock } = services;
  return {
    findPlace: createPlaceHandler(services),
    proposeDecision: createProposalHandler(services),
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
