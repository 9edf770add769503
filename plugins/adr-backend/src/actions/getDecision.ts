import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  decisionPath,
  type DecisionDetail,
} from '@groundwork/plugin-adr-common';
import type { z as Zod } from 'zod/v3';
import type { DecisionPermissions } from '../access/DecisionPermissions';
import type { ReadableEntities } from '../access/ReadableEntities';
import type { DecisionPages } from '../log/DecisionPages';
import { READ_ONLY } from './readOnly';

const readInput = (z: typeof Zod) =>
  z.object({ id: z.string().describe('From search-decisions') });

const readOutput = (z: typeof Zod) =>
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
  });

function toRead(decision: DecisionDetail) {
  return {
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
  };
}

/** Lets agents read a decision that the user for whom they work may read. */
export function registerGetDecision(options: {
  actions: ActionsRegistryService;
  pages: DecisionPages;
  readable: ReadableEntities;
  permissions: DecisionPermissions;
}): void {
  const { actions, pages, readable, permissions } = options;
  actions.register({
    name: 'get-decision',
    title: 'Read a decision',
    description:
      'Reads an architecture decision record: its text, status, date, people and links. A superseded decision names its successor.',
    attributes: READ_ONLY,
    schema: { input: readInput, output: readOutput },
    action: async ({ input, credentials }) => {
      const decision = await pages.detail(
        input.id,
        await readable.of(credentials),
        await permissions.access(credentials),
      );
      return { output: toRead(decision) };
    },
  });
}
