import type { ForgeHost } from './ForgeHost';
import { EMBEDDED_HOST_ID, type ForgeService } from './ForgeService';
import { parseRepositoryUrl, type RepositoryUrl } from './parseRepositoryUrl';

/** Tells the repositories of the forge from others: github.com has more organisations than the configured ones. */
export class ForgeScope {
  readonly #forge: Pick<ForgeService, 'findHost'>;
  readonly #namespaces = new Map<string, Promise<string[]>>();

  static create(forge: Pick<ForgeService, 'findHost'>): ForgeScope {
    return new ForgeScope(forge);
  }

  private constructor(forge: Pick<ForgeService, 'findHost'>) {
    this.#forge = forge;
  }

  /** The repository of the forge that an absolute address belongs to. */
  async find(url: string): Promise<RepositoryUrl | undefined> {
    const repository = parseRepositoryUrl(this.#forge, url);
    if (!repository || repository.host.id === EMBEDDED_HOST_ID) {
      return repository;
    }
    const namespaces = await this.#listNamespaces(repository.host);
    return namespaces.includes(repository.namespace.toLowerCase())
      ? repository
      : undefined;
  }

  /** They come from the configuration, so they are asked for once. */
  async #listNamespaces(host: ForgeHost): Promise<string[]> {
    const known = this.#namespaces.get(host.id);
    if (known) {
      return known;
    }
    const list = host
      .listNamespaces()
      .then(names => names.map(name => name.toLowerCase()));
    this.#namespaces.set(host.id, list);
    list.catch(() => this.#namespaces.delete(host.id));
    return list;
  }
}
