import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes a site beside its destination and puts it there in one step, so that the destination never holds half a site
 * or a page of an earlier one.
 */
export class SiteWriter {
  readonly #destination: string;
  readonly #staging: string;
  readonly #files = new Set<string>();
  readonly #directories = new Set<string>();

  static create(destination: string): SiteWriter {
    const resolved = path.resolve(destination);
    const staging = stagingOf(resolved);
    fs.rmSync(staging, { recursive: true, force: true });
    fs.mkdirSync(staging, { recursive: true });
    return new SiteWriter(resolved, staging);
  }

  private constructor(destination: string, staging: string) {
    this.#destination = destination;
    this.#staging = staging;
  }

  /** Paths written so far, below the site. */
  get files(): string[] {
    return [...this.#files];
  }

  write(file: string, text: string): void {
    fs.writeFileSync(this.#prepare(file), text);
  }

  copy(file: string, source: string): void {
    // Shares the blocks of the source where the file system can.
    fs.copyFileSync(source, this.#prepare(file), fs.constants.COPYFILE_FICLONE);
  }

  /** Replaces the destination by what was written. */
  commit(): void {
    fs.rmSync(this.#destination, { recursive: true, force: true });
    fs.renameSync(this.#staging, this.#destination);
  }

  /** Removes what was written; the destination stays as it was. */
  discard(): void {
    fs.rmSync(this.#staging, { recursive: true, force: true });
  }

  #prepare(file: string): string {
    const target = path.join(this.#staging, file);
    const directory = path.dirname(target);
    if (!this.#directories.has(directory)) {
      fs.mkdirSync(directory, { recursive: true });
      this.#directories.add(directory);
    }
    this.#files.add(file);
    return target;
  }
}

/** Where a site is written before it is put into its place. */
export function stagingOf(destination: string): string {
  return `${path.resolve(destination)}-staging`;
}
