import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { InputContext } from '../actions/InputContext';
import { planOutput, type Zod } from '../actions/schema';
import type { Initiator } from '../forge/Initiator';
import type { PlannedStep } from '../plan/PlannedStep';
import type { LineageRecorder, Recording } from './LineageRecorder';
import type { TemplateLock } from './TemplateLock';

const inputSchema = (z: Zod) =>
  z.object({
    parameters: z.record(z.any()).describe('All answers of the form'),
    targetPath: z
      .string()
      .optional()
      .describe('The directory that the template filled; default: all'),
    templateCommit: z
      .string()
      .optional()
      .describe('The output of forge:reserve'),
  });

const outputSchema = (z: Zod) =>
  z.object({
    ...planOutput(z),
    version: z.string().describe('The version of the template'),
    commit: z.string().describe('The commit of the template'),
    tree: z.string().describe('The Git tree of the rendered files'),
  });

interface Services {
  initiator: Initiator;
  recorder: LineageRecorder;
}

type Input = {
  parameters: JsonObject;
  targetPath?: string;
  templateCommit?: string;
};

/** `lineage:record`: writes the lock of the template into the workspace, and keeps what was rendered. */
export function createRecordAction(services: Services) {
  return createTemplateAction({
    id: 'lineage:record',
    description:
      'Records the template, its version and the answers in .groundwork/templates, and keeps the rendered files for upgrades. Put it after the last fetch and before the first publication.',
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(context) {
      const recording = await record(context, services);
      if (context.isDryRun) {
        context.output('plan', planRecording(recording));
      } else if (recording.objection) {
        throw recording.objection;
      }
      if (!recording.objection) {
        const { resolved, render } = recording.lock;
        const version = describeVersion(recording.lock);
        context.logger.info(`The files are of ${version}`);
        context.output('version', resolved.version);
        context.output('commit', resolved.commit);
        context.output('tree', render.tree);
      }
    },
  });
}

async function record(
  context: InputContext<Input>,
  { initiator, recorder }: Services,
): Promise<Recording> {
  const { input, isDryRun = false, secrets, workspacePath } = context;
  const template = context.templateInfo?.entity?.metadata;
  if (!template) {
    throw new InputError('Only a registered template has a lineage');
  }
  return recorder.record({
    ...{ isDryRun, secrets, template, workspacePath },
    credentials: await initiator.credentialsOf(context),
    parameters: input.parameters,
    targetPath: input.targetPath ?? '.',
    templateCommit: input.templateCommit,
  });
}

function planRecording(recording: Recording): PlannedStep {
  if (recording.objection) {
    return { effects: [], problems: [recording.objection.message] };
  }
  const { lock, lockPath, isKept } = recording;
  const version = describeVersion(lock);
  return {
    effects: [
      {
        title: isKept
          ? `Keeps a copy of what ${version} rendered`
          : `Records that the files come from ${version}`,
        description: `For upgrades to later versions. ${lockPath} has your answers, without secrets`,
      },
    ],
    problems: [],
  };
}

function describeVersion({ template, resolved }: TemplateLock): string {
  const { version, commit } = resolved;
  const release = version === commit ? '' : ` ${version}`;
  return `${template.ref}${release} at ${commit.slice(0, 10)}`;
}
