import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSeedFiles, type SeedFile } from './readSeedFiles';
import {
  seedsSchema,
  type RepositorySeed,
  type SeedPeople,
} from './seedsSchema';

const CONFIG_KEY = 'forge.embedded.seeds';

/** What the embedded forge is filled with at its first start. */
export class Seeds {
  /** The file that lists them, absolute. */
  readonly file: string;
  readonly people: SeedPeople;
  readonly repositories: readonly RepositorySeed[];

  /**
   * Reads the file that the configuration names.
   *
   * @returns undefined where none is configured: then the forge starts empty
   */
  static async fromConfig(
    config: RootConfigService,
  ): Promise<Seeds | undefined> {
    const file = config.getOptionalString(CONFIG_KEY);
    return file === undefined ? undefined : Seeds.read(resolve(file));
  }

  /** Reads and checks a file of seeds. */
  static async read(file: string): Promise<Seeds> {
    const content = await readText(file);
    const parsed = seedsSchema.safeParse(parseYaml(file, content));
    if (!parsed.success) {
      throw new InputError(
        `${file} is no list of seeds:\n${z.prettifyError(parsed.error)}`,
      );
    }
    const { people, repositories } = parsed.data;
    for (const { name, history } of repositories) {
      const stranger = history.find(({ author }) => !people[author])?.author;
      if (stranger) {
        throw new InputError(
          `${file}: a commit of ${name} is by '${stranger}', who is not among its people`,
        );
      }
    }
    return new Seeds({ file, people, repositories });
  }

  private constructor(options: {
    file: string;
    people: SeedPeople;
    repositories: readonly RepositorySeed[];
  }) {
    this.file = options.file;
    this.people = options.people;
    this.repositories = options.repositories;
  }

  /** Reads the files that a repository has, by their paths. */
  async readFiles({
    directory,
    files,
    overlay,
  }: RepositorySeed): Promise<ReadonlyMap<string, SeedFile>> {
    const base = await readSeedFiles(this.#resolve(directory), files);
    return overlay
      ? new Map([...base, ...(await readSeedFiles(this.#resolve(overlay)))])
      : base;
  }

  #resolve(directory: string): string {
    return resolve(dirname(this.file), directory);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new InputError(
        `There is no file ${file}, which ${CONFIG_KEY} names relative to the working directory of the backend. ` +
          'Correct the path, or set the key to null to start with an empty forge.',
      );
    }
    throw error;
  }
}

function parseYaml(file: string, content: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    throw new InputError(`${file} is not YAML`, error);
  }
}
