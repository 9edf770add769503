import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { Request } from 'express';
import { toOpenProposal } from '../log/openProposals';
import { toSourceState } from '../log/sourceState';
import { toSummary } from '../log/summaries';
import type { Handlers } from './createRouter';
import { writeAtom, writeJsonFeed } from './feed';
import { imageHeaders } from './imageHeaders';
import type { Services } from './Services';

type EntityParts = { kind: string; namespace: string; name: string };

/** Decisions in a feed. */
const FEED_LENGTH = 50;

/** Documents in one answer to the search. */
const DOCUMENTS_PER_PAGE = 200;

/** The entity, read with the rights of the caller; to who may not read it, it is not there. */
export async function requireEntity(
  { caller, catalog }: Pick<Services, 'caller' | 'catalog'>,
  request: Request,
  parts: EntityParts,
): Promise<Entity> {
  const ref = stringifyEntityRef({
    ...parts,
    namespace: parts.namespace || DEFAULT_NAMESPACE,
  });
  const entity = await catalog.getEntityByRef(ref, {
    credentials: await caller.credentials(request),
  });
  if (!entity) {
    throw new NotFoundError(`There is no entity ${ref}`);
  }
  return entity;
}

/** Answers about the log as a whole. */
export function createLogHandlers({
  caller,
  log,
  graphs,
}: Services): Pick<
  Handlers,
  'listDecisions' | 'resolveDecision' | 'drawGraph' | 'showTimeline'
> {
  return {
    listDecisions: async ({ query }, { request }) =>
      log.list(query, await caller.mayRead(request)),
    resolveDecision: async ({ query }, { request }) =>
      log.resolve(query.address, await caller.mayRead(request)),
    drawGraph: async ({ query }, { request }) =>
      graphs.draw(
        {
          systemRef: query.system,
          source: query.source,
          relates: query.relates === 'true',
        },
        await caller.mayRead(request),
      ),
    showTimeline: async ({ query }, { request }) => ({
      items: await log.timeline(query, await caller.mayRead(request)),
    }),
  };
}

/** Answers about one decision. */
export function createRecordHandlers({
  caller,
  pages,
}: Services): Pick<Handlers, 'getDecision' | 'getImage' | 'getHistory'> {
  return {
    getDecision: async ({ params }, { request }) =>
      pages.detail(
        params.id,
        await caller.mayRead(request),
        await caller.access(request),
      ),
    getImage: async ({ params }, { request, response }) => {
      const { path, bytes } = await pages.image(
        params.id,
        params.index,
        await caller.mayRead(request),
      );
      response.set(imageHeaders(path, bytes.length)).send(bytes);
    },
    getHistory: async ({ params }, { request }) => ({
      items: await pages.history(params.id, await caller.mayRead(request)),
    }),
  };
}

/** Answers about what is around decisions: entities, open changes and people. */
export function createContextHandlers(
  services: Services,
): Pick<Handlers, 'listOfEntity' | 'listProposals' | 'listWaiting'> {
  const { caller, entities, proposalStore, waiting } = services;
  return {
    listOfEntity: async ({ params }, { request }) =>
      entities.of(
        await requireEntity(services, request, params),
        await caller.mayRead(request),
        await caller.access(request),
      ),
    listProposals: async (_input, { request }) => {
      const mayRead = await caller.mayRead(request);
      const access = await caller.access(request);
      const proposals = await proposalStore.list();
      return {
        items: proposals
          .filter(({ entityRef }) => mayRead(entityRef))
          .map(proposal => toOpenProposal(proposal, access)),
      };
    },
    listWaiting: async (_input, { request }) => {
      const credentials = await caller.user(request);
      const { ownershipEntityRefs } = await services.userInfo.getUserInfo(
        credentials,
      );
      const mayRead = await caller.mayReadAs(credentials);
      return { items: await waiting.of(ownershipEntityRefs, mayRead) };
    },
  };
}

/** Answers what is read by other programs, and which repositories could not be read. */
export function createSourceHandlers(
  services: Services,
): Pick<Handlers, 'listSources' | 'listDocuments' | 'readFeed'> {
  const { caller, sources, reader } = services;
  return {
    listSources: async (_input, { request }) => {
      const mayRead = await caller.mayRead(request);
      const failed = (await sources.listFailed()).map(toSourceState);
      return {
        items: failed.filter(({ entityRefs }) => entityRefs.some(mayRead)),
      };
    },
    listDocuments: async ({ query }, { request }) => {
      await caller.service(request);
      const rows = await reader.listDocuments(
        query.after ?? '',
        DOCUMENTS_PER_PAGE,
      );
      return {
        items: rows.map(row => ({ ...toSummary(row), text: row.text })),
        ...(rows.length === DOCUMENTS_PER_PAGE && { next: rows.at(-1)?.id }),
      };
    },
    readFeed: createFeedHandler(services),
  };
}

function createFeedHandler({
  appUrl,
  caller,
  clock,
  log,
}: Services): Handlers['readFeed'] {
  return async ({ query }, { request, response }) => {
    const mayRead = await caller.mayReadAs(await caller.follower(request));
    const { items } = await log.list(
      {
        facets: {
          status: query.status ? [query.status] : undefined,
          system: query.system ? [query.system] : undefined,
          owner: query.owner ? [query.owner] : undefined,
        },
        sort: 'date',
        order: 'desc',
        limit: FEED_LENGTH,
        offset: 0,
      },
      mayRead,
    );
    const content = {
      items,
      appUrl,
      now: new Date(clock.now()).toISOString(),
    };
    response.set('Cache-Control', 'private, no-cache');
    if (query.type === 'json') {
      response.type('application/feed+json').send(writeJsonFeed(content));
    } else {
      response.type('application/atom+xml').send(writeAtom(content));
    }
  };
}
