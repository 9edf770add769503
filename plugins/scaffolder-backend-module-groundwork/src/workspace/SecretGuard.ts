import { readFile, readlink } from 'node:fs/promises';
import { NotAllowedError } from '@backstage/errors';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { WorkspaceFile } from './listWorkspaceFiles';

/** Shorter ones, such as `test`, are part of ordinary words; as a whole value they are still found. */
const MIN_SEARCHED_LENGTH = 8;

/** Keeps what somebody typed as a secret out of everything that outlives the task. */
export class SecretGuard {
  readonly #secrets: ReadonlyArray<[name: string, value: string]>;

  static create(secrets: TaskSecrets = {}): SecretGuard {
    return new SecretGuard(
      Object.entries(secrets).filter(
        ([, value]) => typeof value === 'string' && value.length > 0,
      ),
    );
  }

  private constructor(secrets: ReadonlyArray<[string, string]>) {
    this.#secrets = secrets;
  }

  /** The objection to a value that is a secret, or has one inside. */
  findInValue(value: unknown, where: string): Error | undefined {
    if (typeof value === 'string') {
      const found = this.#secrets.find(
        ([, secret]) => secret === value || isInside(secret, value),
      );
      return found && object(found, where);
    }
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    for (const [key, child] of Object.entries(value)) {
      const objection =
        this.findInValue(key, where) ??
        this.findInValue(child, `${where}.${key}`);
      if (objection) {
        return objection;
      }
    }
    return undefined;
  }

  /** The objection to files of which one has a secret in its name, its content or the target of its link. */
  async findInFiles(
    files: readonly WorkspaceFile[],
  ): Promise<Error | undefined> {
    if (this.#secrets.length === 0) {
      return undefined;
    }
    for (const { path, mode, absolutePath } of files) {
      const content =
        mode === '120000'
          ? await readlink(absolutePath)
          : await readFile(absolutePath);
      const objection =
        this.#find(path, 'The name of a file') ??
        this.#find(content, `The file '${path}'`);
      if (objection) {
        return objection;
      }
    }
    return undefined;
  }

  #find(content: string | Buffer, where: string): Error | undefined {
    const found = this.#secrets.find(([, secret]) => isInside(secret, content));
    return found && object(found, where);
  }
}

function object([name]: readonly string[], where: string): Error {
  return new NotAllowedError(
    `${where} has the secret '${name}' in it. Secrets belong to where a service is deployed, never into its repository`,
  );
}

function isInside(secret: string, content: string | Buffer): boolean {
  return secret.length >= MIN_SEARCHED_LENGTH && content.includes(secret);
}
