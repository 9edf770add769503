import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import {
  resolveSafeChildPath,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type EntityMeta } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import {
  listSteps,
  loadTemplate,
  readFetchUrl,
} from '../template/loadTemplate';
import { TemplateSource, type PinnedUrl } from '../template/TemplateSource';
import { listWorkspaceFiles } from '../workspace/listWorkspaceFiles';
import { SecretGuard } from '../workspace/SecretGuard';
import { selectPublicInputs } from './publicInputs';
import type { RenderedBases } from './RenderedBases';
import { readVersion } from './readVersion';
import { formatLock, lockPathOf, type TemplateLock } from './TemplateLock';

/** Names the rules by which the files came from the template. */
const ENGINE = 'scaffolder.backstage.io/v1beta3';

/** What a recording is made from. */
export interface Rendering {
  workspacePath: string;
  /** The directory that the template filled, from the workspace and from the repository. */
  targetPath: string;
  template: EntityMeta;
  parameters: JsonObject;
  secrets?: TaskSecrets;
  credentials: BackstageCredentials;
  /** The commit that the template had when the rendering began. */
  templateCommit?: string;
  isDryRun: boolean;
}

/** A lock that was written, or the objection to writing it. */
export type Recording =
  | {
      lock: TemplateLock;
      /** From the root of the repository. */
      lockPath: string;
      /** Whether the rendered files are kept. */
      isKept: boolean;
      objection?: undefined;
    }
  | { objection: Error };

/** Writes down where a rendering came from, and keeps it for later upgrades. */
export class LineageRecorder {
  readonly #bases: RenderedBases;
  readonly #catalog: CatalogService;
  readonly #forge: ForgeService;

  static create(options: {
    bases: RenderedBases;
    catalog: CatalogService;
    forge: ForgeService;
  }): LineageRecorder {
    return new LineageRecorder(options);
  }

  private constructor(options: {
    bases: RenderedBases;
    catalog: CatalogService;
    forge: ForgeService;
  }) {
    this.#bases = options.bases;
    this.#catalog = options.catalog;
    this.#forge = options.forge;
  }

  /** Records a rendering; a second time it writes the same. */
  async record(rendering: Rendering): Promise<Recording> {
    const { targetPath, workspacePath, isDryRun } = rendering;
    const lockPath = lockPathOf(rendering.template.name);
    const directory = resolveSafeChildPath(workspacePath, targetPath);
    const files = (await listWorkspaceFiles(directory)).filter(
      ({ path }) => path !== lockPath,
    );
    const guard = SecretGuard.create(rendering.secrets);
    const leak = await guard.findInFiles(files);
    if (leak) {
      return { objection: leak };
    }
    const tree = await (isDryRun
      ? this.#bases.name(files)
      : this.#bases.keep(files));
    const lock = await this.#describe(rendering, tree);
    const text = formatLock(lock);
    const objection =
      guard.findInValue(lock.inputs, 'The answer') ??
      guard.findInValue(text, 'The lock');
    if (objection) {
      return { objection };
    }
    await mkdir(dirname(join(directory, lockPath)), { recursive: true });
    await writeFile(join(directory, lockPath), text);
    return {
      lock,
      lockPath: posix.join(targetPath, lockPath),
      isKept: this.#bases.isKept,
    };
  }

  async #describe(rendering: Rendering, tree: string): Promise<TemplateLock> {
    const { credentials, parameters, secrets, targetPath } = rendering;
    const { namespace, name } = rendering.template;
    const ref = stringifyEntityRef({ kind: 'Template', namespace, name });
    const template = await loadTemplate(ref, this.#catalog, credentials);
    const source = await TemplateSource.locate(template.metadata, this.#forge);
    refuseMoved(source, rendering);
    return {
      apiVersion: 'groundwork.io/v1',
      kind: 'TemplateLock',
      template: { ref, source: source.url, path: source.path },
      resolved: {
        version: await readVersion(template.metadata, source),
        commit: source.commit,
      },
      render: {
        tree,
        engine: ENGINE,
        fetched: await pinFetches(template, source),
      },
      target: { path: posix.normalize(targetPath) },
      ...selectPublicInputs(
        parameters,
        [template.spec.parameters ?? []].flat(),
        Object.keys(secrets ?? {}),
      ),
    };
  }
}

function refuseMoved(
  { commit }: TemplateSource,
  { template, templateCommit }: Rendering,
): void {
  if (templateCommit && templateCommit !== commit) {
    throw new ConflictError(
      `The template '${template.name}' moved from ${templateCommit.slice(
        0,
        10,
      )} to ${commit.slice(
        0,
        10,
      )} while it was rendered, so the files are of two versions; retry`,
    );
  }
}

/** Each address once, in the order of the steps. */
async function pinFetches(
  template: TemplateEntityV1beta3,
  source: TemplateSource,
): Promise<PinnedUrl[]> {
  const fetches = listSteps(template)
    .map(readFetchUrl)
    .filter(fetched => fetched !== undefined);
  const pinned = await Promise.all(
    fetches.map(({ url, view }) => source.pin(url, view)),
  );
  return [...new Map(pinned.map(entry => [entry.url, entry])).values()];
}
