import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { planOutput, type Zod } from '../actions/schema';
import type { PlannedStep } from '../plan/PlannedStep';
import { joinWorkspace } from './joinWorkspace';
import { Lockfile } from './Lockfile';

const LOCKFILE = 'pnpm-lock.yaml';
const WORKSPACE = 'pnpm-workspace.yaml';

const versions = z.record(z.string(), z.string());

const workspaceFile = z.object({ catalog: versions.default({}) });

const manifestFile = z.object({
  dependencies: versions.optional(),
  devDependencies: versions.optional(),
  optionalDependencies: versions.optional(),
});

type Input = {
  template: string;
  packages: { path: string; like: string }[];
};

type WorkspaceFiles = ReturnType<typeof workspaceFiles>;

const inputSchema = (schema: Zod) =>
  schema.object({
    template: schema
      .string()
      .describe('The lockfile of the template; it is deleted at the end'),
    packages: schema
      .array(
        schema.object({
          path: schema.string().describe('Directory of the new package'),
          like: schema
            .string()
            .describe('The package of the template that is like it'),
        }),
      )
      .min(1),
  });

const outputSchema = (schema: Zod) => schema.object(planOutput(schema));

/** `pnpm:lock`: lets packages of the workspace into its lockfile, so that a frozen install succeeds. */
export function createLockAction() {
  return createTemplateAction({
    id: 'pnpm:lock',
    description:
      'Adds packages to the pnpm-lock.yaml of the workspace, from the lockfile of the template and without a registry',
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(context) {
      const { input, isDryRun, logger, workspacePath } = context;
      const files = workspaceFiles(workspacePath);
      try {
        await writeLockfile(input, files);
        const paths = input.packages.map(({ path }) => path);
        logger.info(`${paths.join(', ')} in ${LOCKFILE}`);
      } catch (error) {
        // A plan lists why the packages cannot join; a task stops.
        if (!isDryRun || !(error instanceof InputError)) {
          throw error;
        }
        const plan: PlannedStep = { effects: [], problems: [error.message] };
        context.output('plan', plan);
      }
      await rm(files.pathOf(input.template), { force: true });
    },
  });
}

async function writeLockfile(
  { template, packages }: Input,
  files: WorkspaceFiles,
): Promise<void> {
  const known = Lockfile.parse(
    await files.read(template),
    'The lockfile of the template',
  );
  const text = await readIfPresent(() => files.read(LOCKFILE));
  const lockfile =
    text === undefined
      ? Lockfile.emptyLike(known)
      : Lockfile.parse(text, LOCKFILE);
  const { catalog } = workspaceFile.parse(parse(await files.read(WORKSPACE)));
  for (const { path, like } of packages) {
    const manifest = manifestFile.parse(
      JSON.parse(await files.read(join(path, 'package.json'))),
    );
    joinWorkspace({ lockfile, catalog }, known, { path, like, manifest });
  }
  await writeFile(files.pathOf(LOCKFILE), lockfile.toString());
}

function workspaceFiles(workspacePath: string) {
  const pathOf = (path: string) => resolveSafeChildPath(workspacePath, path);
  return { pathOf, read: (path: string) => readFile(pathOf(path), 'utf8') };
}

async function readIfPresent(
  read: () => Promise<string>,
): Promise<string | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
