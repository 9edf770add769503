import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { DECISION_STATUSES, decisionPath } from '@groundwork/plugin-adr-common';
import type { DecisionPermissions } from '../access/DecisionPermissions';
import type { ReadableEntities } from '../access/ReadableEntities';
import type { DecisionLog } from '../log/DecisionLog';
import type { DecisionPages } from '../log/DecisionPages';

/** An agent reads a few records well, and many not at all. */
const MAX_FOUND = 20;

const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };

interface ActionOptions {
  actions: ActionsRegistryService;
  log: DecisionLog;
  pages: DecisionPages;
  readable: ReadableEntities;
  permissions: DecisionPermissions;
}

/** Lets agents search and read decisions with the rights of the user for whom they work. */
export function registerActions(options: ActionOptions): void {
  registerSearch(options);
  registerRead(options);
}

function registerSearch({ actions, log, readable }: ActionOptions): void {
  actions.register({
    name: 'search-decisions',
    title: 'Search decisions',
    description:
      'Finds architecture decision records of the organisation by words, status, owner or system. Read one with get-decision before relying on it.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          words: z.string().max(200).optional().describe('Words in the record'),
          status: z.enum(DECISION_STATUSES).optional(),
          owner: z
            .string()
            .optional()
            .describe('Entity reference, such as group:default/payments'),
          system: z
            .string()
            .optional()
            .describe('Entity reference, such as system:default/orders'),
        }),
      output: z =>
        z.object({
          total: z.number(),
          decisions: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              status: z.string(),
              date: z.string().optional(),
              about: z.string(),
              chosenOption: z.string().optional(),
              page: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, total } = await log.list(
        {
          text: input.words,
          facets: {
            status: input.status && [input.status],
            owner: input.owner ? [input.owner] : undefined,
            system: input.system ? [input.system] : undefined,
          },
          sort: 'relevance',
          order: 'desc',
          limit: MAX_FOUND,
          offset: 0,
        },
        await readable.of(credentials),
      );
      return {
        output: {
          total,
          decisions: items.map(item => ({
            id: item.id,
            title: item.title,
            status: item.status,
            date: item.date,
            about: item.entityRef,
            chosenOption: item.chosenOption,
            page: decisionPath(item),
          })),
        },
      };
    },
  });
}

function registerRead(options: ActionOptions): void {
  const { actions, pages, readable, permissions } = options;
  actions.register({
    name: 'get-decision',
    title: 'Read a decision',
    description:
      'Reads an architecture decision record: its text, status, date, people and links. A superseded decision names its successor.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({ id: z.string().describe('From search-decisions') }),
      output: z =>
        z.object({
          title: z.string(),
          status: z.string(),
          date: z.string().optional(),
          about: z.string(),
          owner: z.string().optional(),
          decisionMakers: z.array(z.string()),
          links: z.array(
            z.object({
              type: z.string(),
              id: z.string(),
              title: z.string(),
              status: z.string(),
            }),
          ),
          page: z.string(),
          text: z.string(),
        }),
    },
    action: async ({ input, credentials }) => {
      const decision = await pages.detail(
        input.id,
        await readable.of(credentials),
        await permissions.access(credentials),
      );
      return {
        output: {
          title: decision.title,
          status: decision.status,
          date: decision.date,
          about: decision.entityRef,
          owner: decision.ownerRef,
          decisionMakers: decision.decisionMakers.map(({ name }) => name),
          links: decision.links.map(({ type, id, title, status }) => ({
            type,
            id,
            title,
            status,
          })),
          page: decisionPath(decision),
          text: decision.text,
        },
      };
    },
  });
}
