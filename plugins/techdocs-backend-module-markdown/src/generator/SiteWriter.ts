import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a site beside its destination and puts it there in one step, so that the destination never holds half a site
 * or a page of an earlier one.
 */
export class SiteWriter {
  readonly #destination: string;
  readonly #staging: string;
  readonly #files: string[] = [];
  readonly #directories = new Set<string>();

  static async create(destination: string): Promise<SiteWriter> {
    const resolved = path.resolve(destination);
    await fs.mkdir(path.dirname(resolved), { recursive: true });
    const staging = await fs.mkdtemp(`${resolved}-staging-`);
    return new SiteWriter(resolved, staging);
  }

  private constructor(destination: string, staging: string) {
    this.#destination = destination;
    this.#staging = staging;
  }

  /** Paths written so far, below the site. */
  get files(): readonly string[] {
    return this.#files;
  }

  async write(file: string, text: string): Promise<void> {
    await fs.writeFile(await this.#prepare(file), text);
  }

  async copy(file: string, source: string): Promise<void> {
    await fs.copyFile(source, await this.#prepare(file));
  }

  /** Replaces the destination by what was written. */
  async commit(): Promise<void> {
    await fs.rm(this.#destination, { recursive: true, force: true });
    await fs.rename(this.#staging, this.#destination);
  }

  /** Removes what was written; the destination stays as it was. */
  async discard(): Promise<void> {
    await fs.rm(this.#staging, { recursive: true, force: true });
  }

  async #prepare(file: string): Promise<string> {
    const target = path.join(this.#staging, file);
    const directory = path.dirname(target);
    if (!this.#directories.has(directory)) {
      await fs.mkdir(directory, { recursive: true });
      this.#directories.add(directory);
    }
    this.#files.push(file);
    return target;
  }
}
