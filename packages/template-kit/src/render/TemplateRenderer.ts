import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { createLockAction } from '@groundwork/plugin-scaffolder-backend-module-groundwork';
import type { Template } from '../template/Template';
import { DirectoryContents } from './DirectoryContents';
import { planLayers, planRendering, type Step } from './planSteps';
import type { RenderedFile, RenderedTree } from './RenderedTree';

interface DryRun {
  directoryContents: {
    path: string;
    base64Content: string;
    executable?: boolean;
  }[];
}

/** What is rendered. */
export interface RenderOptions {
  values: JsonObject;
  /** The platform to which a template adds, if it does. */
  platform?: RenderedTree;
}

/** The portal's own action that writes the workspace; the others act on the forge. */
const lockModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'lock',
  register(env) {
    env.registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(createLockAction());
      },
    });
  },
});

/** Renders templates with the scaffolder's own actions, in a backend that has nothing else. */
export class TemplateRenderer {
  readonly #origin: string;
  readonly #contents: DirectoryContents;
  readonly #stop: () => Promise<void>;

  /** Starts the scaffolder over a directory of templates. */
  static async start(directory: string): Promise<TemplateRenderer> {
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        lockModule,
        catalogServiceMock.factory(),
        mockServices.rootLogger.factory({ level: 'error' }),
      ],
    });
    return new TemplateRenderer({
      origin: `http://localhost:${backend.server.port()}`,
      contents: await DirectoryContents.read(directory),
      stop: () => backend.stop(),
    });
  }

  private constructor(options: {
    origin: string;
    contents: DirectoryContents;
    stop: () => Promise<void>;
  }) {
    this.#origin = options.origin;
    this.#contents = options.contents;
    this.#stop = options.stop;
  }

  /** Renders everything that the template writes; values that its schema refuses are refused. */
  async render(
    template: Template,
    { values, platform }: RenderOptions,
  ): Promise<RenderedTree> {
    const steps = planRendering(template);
    const files = await this.#run(template, { steps, values, platform });
    return { files };
  }

  /** Renders what comes from layers alone: no lockfile, and nothing of a platform. */
  async renderSources(
    template: Template,
    values: JsonObject,
  ): Promise<RenderedTree> {
    const steps = template.entity.spec.steps.filter(
      ({ action }) => action === 'fetch:template',
    );
    return { files: await this.#run(template, { steps, values }) };
  }

  /** Renders each layer beside the others, since a later layer never shows that it would overwrite an earlier one. */
  async renderLayers(
    template: Template,
    { values }: RenderOptions,
  ): Promise<Map<string, string[]>> {
    const layers = planLayers(template);
    const files = await this.#run(template, {
      steps: layers.map(({ step }) => step),
      values,
    });
    return new Map(
      layers.map(({ id, directory }) => [
        id,
        files
          .filter(({ path }) => path.startsWith(`${directory}/`))
          .map(({ path }) => path.slice(directory.length + 1)),
      ]),
    );
  }

  async stop(): Promise<void> {
    await this.#stop();
  }

  async #run(
    template: Template,
    { steps, values, platform }: RenderOptions & { steps: Step[] },
  ): Promise<RenderedFile[]> {
    const { entity } = template;
    const response = await fetch(`${this.#origin}/api/scaffolder/v2/dry-run`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        // Outputs name steps that are left out here; the rules read them from the template itself.
        template: { ...entity, spec: { ...entity.spec, steps, output: {} } },
        values,
        directoryContents: this.#contents.select(steps, platform),
      }),
    });
    if (!response.ok) {
      throw await explainRefusal(template, response);
    }
    const { directoryContents }: DryRun = await response.json();
    return directoryContents.map(file => ({
      path: file.path,
      content: Buffer.from(file.base64Content, 'base64'),
      isExecutable: file.executable ?? false,
    }));
  }
}

/** The scaffolder answers with what its validator says of each value. */
async function explainRefusal(
  template: Template,
  response: Response,
): Promise<Error> {
  const text = await response.text();
  const { errors } =
    response.status === 400 ? JSON.parse(text) : { errors: [] };
  const reasons = Array.isArray(errors)
    ? errors.map(({ stack }) => String(stack).replace(/^instance\./, ''))
    : [];
  return new InputError(
    `The template '${template.name}' cannot be rendered: ${
      reasons.join('; ') || text.slice(0, 500)
    }`,
  );
}
