import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { ForgeAccess, ForgePlace } from '../forge/ForgeAccess';
import type { Initiator } from '../forge/Initiator';
import { resolvePlace } from '../forge/resolvePlace';
import { toAbsoluteUrl } from '../forge/toAbsoluteUrl';
import { countFiles } from '../plan/countFiles';
import {
  listWorkspaceFiles,
  type WorkspaceFile,
} from '../workspace/listWorkspaceFiles';
import { readDeclaredEntities } from '../workspace/readDeclaredEntities';
import { SecretGuard } from '../workspace/SecretGuard';
import type { CatalogArrival } from './CatalogArrival';
import type { InputContext } from './InputContext';
import { planPublication } from './planPublication';
import { readActor } from './readActor';
import { placeInput, planOutput, type Zod } from './schema';

interface Services {
  access: ForgeAccess;
  arrival: CatalogArrival;
  /** Where the portal's pages are. */
  baseUrl: string;
  forge: ForgeService;
  initiator: Initiator;
}

type Input = {
  host?: string;
  namespace: string;
  name: string;
  owner: string;
  description?: string;
  message?: string;
};

const inputSchema = (z: Zod) =>
  z.object({
    ...placeInput(z),
    owner: z.string().describe('The entity that owns the repository'),
    description: z.string().optional().describe('One sentence'),
    message: z.string().optional().describe('Of the first commit'),
  });

const outputSchema = (z: Zod) =>
  z.object({
    ...planOutput(z),
    url: z.string().describe('The page of the repository'),
    cloneUrl: z.string().describe('What git clone takes'),
    commit: z.string().describe('The first commit'),
    entityRef: z.string().optional().describe('The first entity it declares'),
  });

/** What is about to be published, and why it may not be. */
interface Publication {
  host: ForgeHost;
  place: ForgePlace;
  files: WorkspaceFile[];
  entityRefs: string[];
  credentials: BackstageCredentials;
  objections: Error[];
}

/** `forge:publish`: makes the workspace a repository, once per task, and waits until the catalog has it. */
export function createPublishAction(services: Services) {
  return createTemplateAction({
    id: 'forge:publish',
    description:
      'Creates a repository from the workspace as the user, and waits until its entities are in the catalog.',
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(context) {
      const publication = await prepare(context, services);
      if (context.isDryRun) {
        const { owner } = context.input;
        context.output('plan', await planPublication(publication, owner));
        return;
      }
      const [objection] = publication.objections;
      if (objection) {
        throw objection;
      }
      const { url, cloneUrl, commit } = await create(
        context,
        publication,
        services.baseUrl,
      );
      context.output('url', url);
      context.output('cloneUrl', cloneUrl);
      context.output('commit', commit);
      context.output('entityRef', publication.entityRefs[0]);
      const { logger, signal } = context;
      await services.arrival.wait({ ...publication, logger, signal });
    },
  });
}

async function prepare(
  context: InputContext<Input>,
  { access, forge, initiator }: Services,
): Promise<Publication> {
  const { host, place } = resolvePlace(context.input, forge);
  const files = await listWorkspaceFiles(context.workspacePath);
  const credentials = await initiator.credentialsOf(context);
  const objections = await Promise.all([
    access.findObjection(place, credentials),
    SecretGuard.create(context.secrets).findInFiles(files),
  ]);
  return {
    host,
    place,
    files,
    credentials,
    entityRefs: await readDeclaredEntities(files),
    objections: objections.filter(objection => objection !== undefined),
  };
}

async function create(
  context: InputContext<Input>,
  { host, place, files }: Publication,
  baseUrl: string,
): Promise<{ url: string; cloneUrl: string; commit: string }> {
  const { input, logger, signal, task, workspacePath } = context;
  const { repository, commit } = await host.createRepository({
    namespace: place.namespace,
    name: place.name,
    description: input.description,
    owner: input.owner,
    directory: workspacePath,
    message: input.message ?? 'feat: first version',
    actor: readActor(context),
    idempotencyKey: task.id,
    signal,
  });
  const url = toAbsoluteUrl(repository.url, baseUrl);
  logger.info(
    `Created ${url} with ${countFiles(files)} in commit ${commit.slice(0, 10)}`,
  );
  return { url, commit, cloneUrl: toAbsoluteUrl(repository.cloneUrl, baseUrl) };
}
