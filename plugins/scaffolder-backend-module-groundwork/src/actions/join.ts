import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  resolveSafeChildPath,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { Creation } from '../forge/CreationChecks';
import { findRepositoryOf } from '../forge/findRepositoryOf';
import type { Initiator } from '../forge/Initiator';
import type { JoinChecks } from '../forge/JoinChecks';
import type { PlannedStep } from '../plan/PlannedStep';
import type { NameReservations } from '../reservations/NameReservations';
import { reserveNames } from '../reservations/reserveNames';
import { findTemplateCommit } from '../template/findTemplateCommit';
import { parseEntityRefs } from './parseEntityRefs';
import { planOutput, type Zod } from './schema';
import { taskBranch } from './taskBranch';

interface Services {
  catalog: CatalogService;
  checks: JoinChecks;
  forge: ForgeService;
  initiator: Initiator;
  reservations: NameReservations;
}

const inputSchema = (z: Zod) =>
  z.object({
    entityRef: z
      .string()
      .describe('The entity whose repository gets the change'),
    entities: z
      .array(z.string())
      .optional()
      .describe('What the change will declare, such as component:orders'),
    files: z
      .array(z.string())
      .optional()
      .describe('Files of the repository to put into the workspace'),
  });

const outputSchema = (z: Zod) =>
  z.object({
    ...planOutput(z),
    host: z.string().describe('Id of the host of the repository'),
    namespace: z.string().describe('First segment of the repository'),
    name: z.string().describe('Second segment of the repository'),
    commit: z
      .string()
      .describe('What the files were read at; hand it to forge:change'),
    templateCommit: z
      .string()
      .optional()
      .describe('The commit of the template now; hand it to lineage:record'),
  });

/** `forge:join`: refuses what a repository that exists cannot take in, keeps the names for the task, and reads files. */
export function createJoinAction(services: Services) {
  return createTemplateAction({
    id: 'forge:join',
    description:
      'Checks that the user can propose a change that adds entities to an existing repository, reserves their names for the task, and puts files of the repository into the workspace. Put it first.',
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(context) {
      const { input, isDryRun, logger, task, workspacePath } = context;
      const credentials = await services.initiator.credentialsOf(context);
      const { host, place } = await findRepositoryOf(
        input.entityRef,
        credentials,
        services,
      );
      const entityRefs = parseEntityRefs(input.entities);
      const creation = { place, entityRefs };
      if (isDryRun) {
        context.output('plan', await planJoin(creation, credentials, services));
      } else {
        await reserve(creation, credentials, { ...services, taskId: task.id });
        logger.info(`Reserved ${entityRefs.join(', ') || 'no names'}`);
      }
      const commit = await host.resolveRevision(place);
      await copyFiles(input.files ?? [], { host, ...creation, commit }, path =>
        resolveSafeChildPath(workspacePath, path),
      );
      context.output('host', host.id);
      context.output('namespace', place.namespace);
      context.output('name', place.name);
      context.output('commit', commit);
      context.output(
        'templateCommit',
        await findTemplateCommit(context, services.forge),
      );
    },
  });
}

async function reserve(
  creation: Creation,
  credentials: BackstageCredentials,
  options: Pick<Services, 'checks' | 'reservations'> & { taskId: string },
): Promise<void> {
  const { checks, reservations, taskId } = options;
  await reserveNames(creation.entityRefs, {
    reservations,
    taskId,
    findObstacles: isResumed =>
      checks.findObstacles(
        creation,
        credentials,
        isResumed ? { branch: taskBranch(taskId) } : undefined,
      ),
  });
}

async function planJoin(
  creation: Creation,
  credentials: BackstageCredentials,
  { checks }: Pick<Services, 'checks'>,
): Promise<PlannedStep> {
  const { place, entityRefs } = creation;
  const obstacles = await checks.findObstacles(creation, credentials);
  return {
    effects: [
      {
        title: `Reserves ${entityRefs.join(', ') || 'no names'}`,
        description: `Nobody else can take these names until the task has ended, and in ${formatRepositoryName(
          place,
        )} until the change is merged or closed`,
      },
    ],
    problems: obstacles.map(({ message }) => message),
  };
}

/** The user may read the repository: that was checked with what speaks against the change. */
async function copyFiles(
  paths: string[],
  from: Creation & { host: ForgeHost; commit: string },
  toAbsolutePath: (path: string) => string,
): Promise<void> {
  const { commit, host, place } = from;
  for (const path of paths) {
    const file = toAbsolutePath(path);
    const bytes = await host.readBytes({ ...place, revision: commit, path });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
