import type { ScmIntegrations } from '@backstage/integration';
import { showUrl } from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import type { SourcePlan } from '../sources/SourcePlan';

/** Where a file of a source can be looked at. */
export interface FileLinks {
  viewUrl?: string;
  editUrl?: string;
  historyUrl?: string;
}

/** Knows the pages of files: those of the portal for its own repositories, those of the host for others. */
export class SourceLinks {
  readonly #forge: ForgeService;
  readonly #integrations: ScmIntegrations;

  static create(options: {
    forge: ForgeService;
    integrations: ScmIntegrations;
  }): SourceLinks {
    return new SourceLinks(options.forge, options.integrations);
  }

  private constructor(forge: ForgeService, integrations: ScmIntegrations) {
    this.#forge = forge;
    this.#integrations = integrations;
  }

  /** The pages of a file on the default branch. */
  async of(plan: SourcePlan, path: string): Promise<FileLinks> {
    const { location } = plan;
    if (location.kind === 'url') {
      return this.#ofUrl(plan, path);
    }
    const host = this.#forge.hosts.find(({ id }) => id === location.host);
    if (!host) return {};
    const { namespace, name } = location;
    const repository = await host
      .getRepository({ namespace, name })
      .catch(() => undefined);
    if (!repository) return {};
    const stored = host.formatUrl({
      namespace,
      name,
      revision: repository.defaultBranch,
      path,
      view: 'blob',
    });
    return host.id === EMBEDDED_HOST_ID
      ? linksOf(showUrl(stored, ''), '/-/blob/', word => `/-/${word}/`)
      : linksOf(stored, '/blob/', word => `/${word}/`);
  }

  #ofUrl({ places }: SourcePlan, path: string): FileLinks {
    const base = places.find(({ url }) => url)?.url;
    if (!base) return {};
    const viewUrl = this.#integrations
      .resolveUrl({ url: `/${path}`, base })
      .replace('/tree/', '/blob/');
    return {
      viewUrl,
      editUrl: this.#integrations.resolveEditUrl(viewUrl),
      historyUrl: viewUrl.replace('/blob/', '/commits/'),
    };
  }
}

function linksOf(
  viewUrl: string,
  view: string,
  wordFor: (word: string) => string,
): FileLinks {
  return {
    viewUrl,
    editUrl: viewUrl.replace(view, wordFor('edit')),
    historyUrl: viewUrl.replace(view, wordFor('commits')),
  };
}
