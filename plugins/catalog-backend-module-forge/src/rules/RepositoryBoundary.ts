import { formatRepositoryName } from '@groundwork/plugin-forge-common';
import type { RepositoryUrl } from '@groundwork/plugin-forge-node';

/**
 * The part of a repository that its catalog file may name: the directory of the file and everything below, on the same
 * branch. For a file at the root that is the whole repository.
 */
export class RepositoryBoundary {
  readonly namespace: string;
  /** `acme/orders`, for messages. */
  readonly repositoryName: string;
  readonly #hostId: string;
  /** Branch and directory, with a closing slash. */
  readonly #directory: string;

  /** The boundary of everything that began with one file. */
  static create(file: RepositoryUrl): RepositoryBoundary {
    return new RepositoryBoundary(file);
  }

  private constructor(file: RepositoryUrl) {
    this.namespace = file.namespace;
    this.repositoryName = formatRepositoryName(file);
    this.#hostId = file.host.id;
    const { rest = '' } = file;
    this.#directory = rest.slice(0, rest.lastIndexOf('/') + 1);
  }

  /** Whether a place is inside. */
  contains(place: RepositoryUrl | undefined): boolean {
    return (
      place !== undefined &&
      this.#directory !== '' &&
      place.host.id === this.#hostId &&
      formatRepositoryName(place).toLowerCase() ===
        this.repositoryName.toLowerCase() &&
      `${place.rest ?? ''}/`.startsWith(this.#directory)
    );
  }
}
