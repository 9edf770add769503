import type {
  Change,
  Diff,
  RepositoryName,
} from '@groundwork/plugin-forge-common';
import type {
  ChangeLocation,
  ForgeHost,
  OpenChangeOptions,
} from '@groundwork/plugin-forge-node';
import type { StoredChange } from './changes/ChangeRecord';
import { ChangeStore } from './changes/ChangeStore';
import { mergeChange } from './changes/mergeChange';
import { openChange } from './changes/openChange';
import { presentChange, presentRecord } from './changes/presentChange';
import {
  closeChange,
  reviewChange,
  updateChange,
} from './changes/reviseChange';
import { diff } from './diffs';
import { readRefs } from './refs';
import type { RepositoryDirectory } from './RepositoryDirectory';
import type { RepositoryWriter } from './RepositoryWriter';

/** Changes of the repositories: proposed, reviewed, merged or closed. */
export class EmbeddedChanges {
  readonly #repositories: RepositoryDirectory;
  readonly #writer: RepositoryWriter;

  static create(options: {
    repositories: RepositoryDirectory;
    writer: RepositoryWriter;
  }): EmbeddedChanges {
    return new EmbeddedChanges(options);
  }

  private constructor(options: {
    repositories: RepositoryDirectory;
    writer: RepositoryWriter;
  }) {
    this.#repositories = options.repositories;
    this.#writer = options.writer;
  }

  /** Newest first, without what would have to be worked out for each. */
  async list(
    filter: RepositoryName & { state?: Change['state'] },
  ): Promise<Change[]> {
    const directory = await this.#repositories.find(filter);
    return (await ChangeStore.create(directory).list())
      .filter(({ record }) => !filter.state || record.state === filter.state)
      .map(stored => presentRecord(filter, stored));
  }

  async get(location: ChangeLocation): Promise<Change> {
    const directory = await this.#repositories.find(location);
    const stored = await ChangeStore.create(directory).get(location.number);
    return this.#present(location, stored);
  }

  async diff(location: ChangeLocation): Promise<Diff> {
    const directory = await this.#repositories.find(location);
    const { base, head } = await this.get(location);
    return diff(directory, { from: base, to: head });
  }

  async open(options: OpenChangeOptions): Promise<Change> {
    return this.#change(options, directory => openChange(directory, options));
  }

  async update(
    options: Parameters<ForgeHost['updateChange']>[0],
  ): Promise<Change> {
    return this.#change(options, directory => updateChange(directory, options));
  }

  async review(
    options: Parameters<ForgeHost['reviewChange']>[0],
  ): Promise<Change> {
    return this.#change(options, directory => reviewChange(directory, options));
  }

  async merge(
    options: Parameters<ForgeHost['mergeChange']>[0],
  ): Promise<Change> {
    return this.#change(options, directory => mergeChange(directory, options));
  }

  async close(
    options: Parameters<ForgeHost['closeChange']>[0],
  ): Promise<Change> {
    return this.#change(options, directory => closeChange(directory, options));
  }

  async #change(
    name: RepositoryName,
    task: (directory: string) => Promise<StoredChange>,
  ): Promise<Change> {
    return this.#present(name, await this.#writer.write(name, task));
  }

  async #present(name: RepositoryName, stored: StoredChange): Promise<Change> {
    const directory = await this.#repositories.find(name);
    const refs = await readRefs(directory);
    return presentChange(directory, name, { stored, refs });
  }
}
