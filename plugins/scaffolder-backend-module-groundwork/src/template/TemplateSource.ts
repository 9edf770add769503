import { posix } from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type EntityMeta,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type {
  ForgeHost,
  ForgeService,
  TreeLocation,
} from '@groundwork/plugin-forge-node';

/** An address that a template fetches, and the commit that it is pinned to. */
export interface PinnedUrl {
  url: string;
  commit: string;
}

/** What a fetch leads to, as hosts tell them apart. */
type View = 'blob' | 'tree';

/** Where a template comes from: a place in a repository of the forge, at the commit that its branch has now. */
export class TemplateSource {
  readonly #forge: ForgeService;
  readonly #host: ForgeHost;
  /** The directory against which relative addresses are resolved. */
  readonly #directory: TreeLocation;
  /** The address under which the template is registered. */
  readonly url: string;
  /** From the root of the repository. */
  readonly path: string;
  readonly commit: string;

  /** The source of a Template entity; undefined for one that is in no repository of the forge. */
  static async find(
    metadata: EntityMeta,
    forge: ForgeService,
  ): Promise<TemplateSource | undefined> {
    const url = readTarget(metadata, ANNOTATION_LOCATION);
    const base = readTarget(metadata, ANNOTATION_SOURCE_LOCATION) ?? url;
    const host = base ? forge.findHost(base) : undefined;
    if (!url || !base || !host?.ownsUrl(url)) {
      return undefined;
    }
    const [file, directory] = await Promise.all([
      host.locate(url),
      host.locate(base),
    ]);
    return new TemplateSource({
      forge,
      host,
      url,
      path: file.path ?? '',
      directory: base.endsWith('/') ? directory : parentOf(directory),
      commit: await host.resolveRevision(directory),
    });
  }

  /** The source of a Template entity; refuses one that is in no repository of the forge. */
  static async locate(
    metadata: EntityMeta,
    forge: ForgeService,
  ): Promise<TemplateSource> {
    const source = await TemplateSource.find(metadata, forge);
    if (!source) {
      throw new InputError(
        `The template '${metadata.name}' is in no repository of a forge that this portal knows, so its version cannot be told; publish it to one`,
      );
    }
    return source;
  }

  private constructor(options: {
    forge: ForgeService;
    host: ForgeHost;
    url: string;
    path: string;
    directory: TreeLocation;
    commit: string;
  }) {
    this.#forge = options.forge;
    this.#host = options.host;
    this.#directory = options.directory;
    this.url = options.url;
    this.path = options.path;
    this.commit = options.commit;
  }

  /** The tags of releases, such as `nestjs-service/v1.2.0`, that name the commit of the template. */
  async listReleaseTags(): Promise<string[]> {
    const { tags } = await this.#host.listRefs(this.#directory);
    return tags
      .filter(({ commit }) => commit === this.commit)
      .map(({ name }) => name);
  }

  /**
   * Turns what a step fetches into an address at a commit.
   *
   * @remarks
   * An address that is made from answers could lead anywhere, and to something else each time, so it is refused.
   */
  async pin(url: string, view: View): Promise<PinnedUrl> {
    if (url.includes('${{')) {
      throw new InputError(
        `The template fetches ${url}, which depends on answers; make one step of each choice, with an 'if'`,
      );
    }
    return URL.canParse(url)
      ? this.#pinAbsolute(url, view)
      : this.#pinRelative(url, view);
  }

  async #pinAbsolute(url: string, view: View): Promise<PinnedUrl> {
    const host = this.#forge.findHost(url);
    if (!host) {
      throw new InputError(
        `The template fetches ${url}, which cannot be pinned to a commit; move it to a repository of a forge that this portal knows`,
      );
    }
    const location = await host.locate(url);
    const commit = await host.resolveRevision(location);
    return {
      url: host.formatUrl({ ...location, revision: commit, view }),
      commit,
    };
  }

  #pinRelative(url: string, view: View): PinnedUrl {
    const { commit } = this;
    const path = posix.normalize(
      url.startsWith('/')
        ? `.${url}`
        : posix.join(this.#directory.path ?? '', url),
    );
    if (/^\.\.(\/|$)/.test(path)) {
      throw new InputError(
        `The template fetches ${url}, which is outside its repository`,
      );
    }
    const pinned = this.#host.formatUrl({
      ...this.#directory,
      revision: commit,
      path: path.replace(/^\.$|\/$/g, ''),
      view,
    });
    return { url: pinned, commit };
  }
}

function readTarget(
  { annotations }: EntityMeta,
  name: string,
): string | undefined {
  const location = annotations?.[name];
  const { type, target } = location
    ? parseLocationRef(location)
    : { type: '', target: '' };
  return type === 'url' ? target : undefined;
}

function parentOf(location: TreeLocation): TreeLocation {
  const parent = posix.dirname(location.path ?? '');
  return { ...location, path: parent === '.' ? '' : parent };
}
