import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { Creation, CreationChecks } from '../forge/CreationChecks';
import type { Initiator } from '../forge/Initiator';
import { resolvePlace } from '../forge/resolvePlace';
import type { PlannedStep } from '../plan/PlannedStep';
import type { NameReservations } from '../reservations/NameReservations';
import { reserveNames } from '../reservations/reserveNames';
import { findTemplateCommit } from '../template/findTemplateCommit';
import { parseEntityRefs } from './parseEntityRefs';
import { placeInput, planOutput, type Zod } from './schema';

interface Services {
  checks: CreationChecks;
  forge: ForgeService;
  initiator: Initiator;
  reservations: NameReservations;
}

type Input = {
  host?: string;
  namespace: string;
  name: string;
  entities?: string[];
};

const inputSchema = (z: Zod) =>
  z.object({
    ...placeInput(z),
    entities: z
      .array(z.string())
      .optional()
      .describe('What the repository will declare, such as component:orders'),
  });

const outputSchema = (z: Zod) =>
  z.object({
    ...planOutput(z),
    templateCommit: z
      .string()
      .optional()
      .describe('The commit of the template now; hand it to lineage:record'),
  });

/** `forge:reserve`: refuses what cannot be created before anything happens, and keeps the names for the task. */
export function createReserveAction(services: Services) {
  return createTemplateAction({
    id: 'forge:reserve',
    description:
      'Checks that the user can create a repository and its entities, and reserves their names for the task. Put it first.',
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(context) {
      const creation = describeCreation(context.input, services.forge);
      const credentials = await services.initiator.credentialsOf(context);
      const commit = await findTemplateCommit(context, services.forge);
      context.output('templateCommit', commit);
      if (context.isDryRun) {
        const plan = await planReservation(creation, credentials, services);
        context.output('plan', plan);
      } else {
        await reserveNames(namesOf(creation), {
          reservations: services.reservations,
          taskId: context.task.id,
          findObstacles: isResumed =>
            services.checks.findObstacles(creation, credentials, isResumed),
        });
        context.logger.info(`Reserved ${namesOf(creation).join(', ')}`);
      }
    },
  });
}

function describeCreation(input: Input, forge: ForgeService): Creation {
  const { place } = resolvePlace(input, forge);
  return { place, entityRefs: parseEntityRefs(input.entities) };
}

async function planReservation(
  creation: Creation,
  credentials: BackstageCredentials,
  { checks }: Pick<Services, 'checks'>,
): Promise<PlannedStep> {
  const { place, entityRefs } = creation;
  const names = [formatRepositoryName(place), ...entityRefs];
  const obstacles = await checks.findObstacles(creation, credentials);
  return {
    effects: [
      {
        title: `Reserves ${names.join(', ')}`,
        description:
          'Until the task has ended, nobody else can take these names',
      },
    ],
    problems: obstacles.map(({ message }) => message),
  };
}

function namesOf({ place, entityRefs }: Creation): string[] {
  const repository = formatRepositoryName(place).toLowerCase();
  return [`repository:${place.host}/${repository}`, ...entityRefs];
}
