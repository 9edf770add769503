import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  formatRepositoryName,
  type Change,
} from '@groundwork/plugin-forge-common';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { ForgeAccess, ForgePlace } from '../forge/ForgeAccess';
import type { Initiator } from '../forge/Initiator';
import { resolvePlace } from '../forge/resolvePlace';
import { toAbsoluteUrl } from '../forge/toAbsoluteUrl';
import { countFiles } from '../plan/countFiles';
import { planFiles } from '../plan/planFiles';
import type { PlannedStep } from '../plan/PlannedStep';
import {
  listWorkspaceFiles,
  type WorkspaceFile,
} from '../workspace/listWorkspaceFiles';
import { SecretGuard } from '../workspace/SecretGuard';
import { readAddedEntities } from '../workspace/readDeclaredEntities';
import type { InputContext } from './InputContext';
import { openChangeOnce } from './openChangeOnce';
import { readActor } from './readActor';
import { placeInput, planOutput, type Zod } from './schema';
import { taskBranch } from './taskBranch';

interface Services {
  access: ForgeAccess;
  /** Where the portal's pages are. */
  baseUrl: string;
  forge: ForgeService;
  initiator: Initiator;
}

type Input = {
  host?: string;
  namespace: string;
  name: string;
  title: string;
  description?: string;
  sourcePath?: string;
  targetPath?: string;
  baseCommit?: string;
};

const inputSchema = (z: Zod) =>
  z.object({
    ...placeInput(z),
    title: z.string().describe('Of the change and its commit'),
    description: z.string().optional().describe('For the reviewers'),
    sourcePath: z.string().optional().describe('Directory of the workspace'),
    targetPath: z.string().optional().describe('Directory of the repository'),
    baseCommit: z
      .string()
      .optional()
      .describe('What the files were made against, from forge:join'),
  });

const outputSchema = (z: Zod) =>
  z.object({
    ...planOutput(z),
    url: z.string().describe('The page of the change'),
    number: z.number().describe('The number of the change'),
    branch: z.string().describe('The branch with the commit'),
    change: z
      .any()
      .describe('For the output of the template, so that its page follows it'),
  });

/** What is about to be proposed, and why it may not be. */
interface Proposal {
  host: ForgeHost;
  place: ForgePlace;
  files: WorkspaceFile[];
  targetPath: string;
  /** What the catalog will find once the change is merged. */
  entityRefs: string[];
  objections: Error[];
}

/** `forge:change`: proposes the files of the workspace to a repository that exists, once per task. */
export function createChangeAction(services: Services) {
  return createTemplateAction({
    id: 'forge:change',
    description:
      'Opens a change that adds or replaces files in an existing repository, as the user. Nothing is merged.',
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(context) {
      const proposal = await prepare(context, services);
      if (context.isDryRun) {
        context.output('plan', await planProposal(proposal, context.input));
        return;
      }
      const [objection] = proposal.objections;
      if (objection) {
        throw objection;
      }
      const change = await open(context, proposal);
      const url = toAbsoluteUrl(change.url, services.baseUrl);
      context.logger.info(`Change ${change.number} is at ${url}`);
      context.output('url', url);
      context.output('number', change.number);
      context.output('branch', change.sourceBranch);
      context.output('change', {
        namespace: proposal.place.namespace,
        name: proposal.place.name,
        number: change.number,
        entityRefs: proposal.entityRefs,
      });
    },
  });
}

async function prepare(
  context: InputContext<Input>,
  { access, forge, initiator }: Services,
): Promise<Proposal> {
  const { input, secrets, workspacePath } = context;
  const { host, place } = resolvePlace(input, forge);
  const files = await listWorkspaceFiles(
    resolveSafeChildPath(workspacePath, input.sourcePath ?? '.'),
  );
  const link = files.find(({ mode }) => mode === '120000');
  if (files.length === 0 || link) {
    throw new InputError(
      link
        ? `'${link.path}' is a symbolic link, which a change cannot add`
        : `There are no files in '${input.sourcePath ?? '.'}' to propose`,
    );
  }
  const credentials = await initiator.credentialsOf(context);
  const repository = await access.getRepository(place, credentials);
  const leak = await SecretGuard.create(secrets).findInFiles(files);
  const refusal = new NotAllowedError(
    `You may not propose changes of ${formatRepositoryName(place)}`,
  );
  return {
    host,
    place,
    files,
    targetPath: normalizeDirectory(input.targetPath),
    entityRefs: await readAddedEntities(files),
    objections: [
      ...(repository.access.propose ? [] : [refusal]),
      ...(leak ? [leak] : []),
    ],
  };
}

async function open(
  context: InputContext<Input>,
  { host, place, files, targetPath }: Proposal,
): Promise<Change> {
  const { input, task } = context;
  return openChangeOnce(host, {
    namespace: place.namespace,
    name: place.name,
    title: input.title,
    description: input.description,
    sourceBranch: taskBranch(task.id),
    baseCommit: input.baseCommit,
    actor: readActor(context),
    edits: await Promise.all(
      files.map(async file => ({
        path: posix.join(targetPath, file.path),
        content: await readFile(file.absolutePath),
        isExecutable: file.mode === '100755',
      })),
    ),
  });
}

async function planProposal(
  { place, files, targetPath, objections }: Proposal,
  { title }: Input,
): Promise<PlannedStep> {
  const repository = formatRepositoryName(place);
  return {
    effects: [
      {
        title: `Proposes a change of ${repository}: ${title}`,
        description: `With ${countFiles(files)}${
          targetPath && ` below ${targetPath}`
        }; nothing changes before somebody merges it`,
      },
    ],
    problems: objections.map(({ message }) => message),
    files: await planFiles(files, targetPath),
  };
}

/** Without dots and slashes at its ends; empty for the root. */
function normalizeDirectory(path = ''): string {
  return posix.normalize(path).replace(/^(\.?\/)+|^\.$|\/+$/g, '');
}
