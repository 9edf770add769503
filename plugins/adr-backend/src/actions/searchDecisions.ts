import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  DECISION_STATUSES,
  decisionPath,
  type DecisionSummary,
} from '@groundwork/plugin-adr-common';
import type { z as Zod } from 'zod/v3';
import type { ReadableEntities } from '../access/ReadableEntities';
import type { DecisionLog } from '../log/DecisionLog';
import type { DecisionQuery } from '../log/DecisionQuery';
import { READ_ONLY } from './readOnly';

/** An agent reads a few records well, and many not at all. */
const MAX_FOUND = 20;

const searchInput = (z: typeof Zod) =>
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
  });

const searchOutput = (z: typeof Zod) =>
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
  });

type SearchInput = Zod.output<ReturnType<typeof searchInput>>;

function toQuery({ words, status, owner, system }: SearchInput): DecisionQuery {
  return {
    text: words,
    facets: {
      status: status && [status],
      owner: owner ? [owner] : undefined,
      system: system ? [system] : undefined,
    },
    sort: 'relevance',
    order: 'desc',
    limit: MAX_FOUND,
    offset: 0,
  };
}

function toFound(item: DecisionSummary) {
  return {
    id: item.id,
    title: item.title,
    status: item.status,
    date: item.date,
    about: item.entityRef,
    chosenOption: item.chosenOption,
    page: decisionPath(item),
  };
}

/** Lets agents find decisions that the user for whom they work may read. */
export function registerSearchDecisions(options: {
  actions: ActionsRegistryService;
  log: DecisionLog;
  readable: ReadableEntities;
}): void {
  const { actions, log, readable } = options;
  actions.register({
    name: 'search-decisions',
    title: 'Search decisions',
    description:
      'Finds architecture decision records of the organisation by words, status, owner or system. Read one with get-decision before relying on it.',
    attributes: READ_ONLY,
    schema: { input: searchInput, output: searchOutput },
    action: async ({ input, credentials }) => {
      const { items, total } = await log.list(
        toQuery(input),
        await readable.of(credentials),
      );
      return { output: { total, decisions: items.map(toFound) } };
    },
  });
}
