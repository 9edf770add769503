import type { Template } from '../template/Template';
import { PLATFORM_DIRECTORY } from './DirectoryContents';

/** One step of a template. */
export type Step = Template['entity']['spec']['steps'][number];

/** A step that renders one layer into a directory of its own. */
export interface PlannedLayer {
  id: string;
  directory: string;
  step: Step;
}

/** What a step may do to be part of a rendering: it reads the templates and writes the workspace. */
const PURE_ACTIONS =
  /^(fetch:template|fetch:template:file|fetch:plain|fs:rename|fs:delete|pnpm:lock)$/;

/** What reads files of the platform, from its repository. */
const JOIN = 'forge:join';

/** The steps that write the workspace; files of the platform are read where the kit has laid them. */
export function planRendering({ entity }: Template): Step[] {
  return entity.spec.steps.flatMap(step => {
    if (step.action === JOIN) {
      return readFromPlatform(step);
    }
    return PURE_ACTIONS.test(step.action) ? [step] : [];
  });
}

/** The layers, each by itself. */
export function planLayers({ entity }: Template): PlannedLayer[] {
  return entity.spec.steps
    .filter(({ action }) => action === 'fetch:template')
    .map((step, index) => {
      const directory = `layer-${index}`;
      const target = String(step.input?.targetPath ?? '.');
      return {
        id: step.id ?? `step-${index + 1}`,
        directory,
        step: {
          ...step,
          input: {
            ...step.input,
            targetPath: `./${directory}/${target.replace(/^\.\//, '')}`,
          },
        },
      };
    });
}

function readFromPlatform(step: Step): Step[] {
  const files = Array.isArray(step.input?.files) ? step.input.files : [];
  return files.map((file, index) => ({
    ...step,
    id: `${step.id}-${index}`,
    action: 'fetch:plain:file',
    input: {
      url: `./${PLATFORM_DIRECTORY}/${file}`,
      targetPath: `./${file}`,
    },
  }));
}
