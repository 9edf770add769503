import { InputError } from '@backstage/errors';
import type { ScaffolderDryRunResponse } from '@backstage/plugin-scaffolder-common';
import { readText } from './planFiles';
import type { PlannedEffect, PlannedFile, PlannedStep } from './PlannedStep';

/** A browser can show these; a template with more is a mistake. */
const MAX_FILES = 2_000;
const MAX_CONTENT_BYTES = 4 * 1024 * 1024;

/** What Create would do with the values of the form. */
export interface Plan {
  files: PlannedFile[];
  effects: PlannedEffect[];
  /** Why it cannot be created as it is; empty when it can. */
  problems: string[];
}

/** Puts together what the steps of a dry run say they would do. */
export function readPlan(
  result: Pick<ScaffolderDryRunResponse, 'output' | 'directoryContents'>,
  otherEffects: PlannedEffect[],
): Plan {
  // The template of the dry run has nothing but planned steps in its output, several for a step with `each`.
  const steps = Object.values(result.output)
    .flat()
    .filter(Boolean) as unknown as PlannedStep[];
  const published = steps.filter(({ files }) => files !== undefined);
  const files =
    published.length > 0
      ? published.flatMap(step => step.files ?? [])
      : readWorkspace(result);
  if (files.length > MAX_FILES) {
    throw new InputError(
      `The template would write ${files.length} files, and a plan shows at most ${MAX_FILES}`,
    );
  }
  return {
    files: limitContent(files),
    effects: [...steps.flatMap(({ effects }) => effects), ...otherEffects],
    problems: [...new Set(steps.flatMap(({ problems }) => problems))],
  };
}

/** For a template that publishes by an action of somebody else. */
function readWorkspace({
  directoryContents,
}: Pick<ScaffolderDryRunResponse, 'directoryContents'>): PlannedFile[] {
  return directoryContents.map(({ path, base64Content, executable }) => {
    const bytes = Buffer.from(base64Content, 'base64');
    const content = readText(bytes);
    return {
      path,
      size: bytes.length,
      ...(executable && { isExecutable: true }),
      ...(content !== undefined && { content }),
    };
  });
}

/** Sends the content of files until the answer is as long as one may be. */
function limitContent(files: PlannedFile[]): PlannedFile[] {
  let left = MAX_CONTENT_BYTES;
  return files.map(({ content, ...file }) => {
    left -= content === undefined ? 0 : file.size;
    return left >= 0 && content !== undefined ? { ...file, content } : file;
  });
}
