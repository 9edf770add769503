import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const IDENTITY = ['-c', 'user.name=Bench', '-c', 'user.email=b@example.com'];

/** A clone of a repository of the embedded forge. */
export class Repository {
  #clone;

  /** Puts a repository into the directory of a forge that is not running yet. */
  static async create({ directory, name, files }) {
    const bare = path.join(directory, 'git', `${name}.git`);
    const clone = path.join(directory, 'clones', name);
    await mkdir(clone, { recursive: true });
    await run('git', ['init', '-q', '--bare', '-b', 'main', bare]);
    await run('git', ['clone', '-q', bare, clone]);
    const repository = new Repository(clone);
    await repository.commit(files);
    await repository.#git('push', '-q', 'origin', 'HEAD:main');
    return repository;
  }

  constructor(clone) {
    this.#clone = clone;
  }

  /** From now on goes through the portal, as everybody's pushes do. */
  async connect(baseUrl, name) {
    await this.#git('remote', 'set-url', 'origin', `${baseUrl}/forge/${name}`);
  }

  async commit(files) {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.#clone, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await this.#git('add', '--all');
    await this.#git(...IDENTITY, 'commit', '-q', '-m', 'Change');
  }

  async push() {
    await this.#git('push', '-q', 'origin', 'HEAD:main');
  }

  async #git(...args) {
    await run('git', args, { cwd: this.#clone });
  }
}
