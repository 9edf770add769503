import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Outcome } from '../commands/Kit';
import { writeFiles } from '../record/goldenFiles';
import type { RenderedFile } from '../render/RenderedTree';
import { runCommand, type CommandOutcome } from './runCommand';

const MANIFEST = /^(services|libs)\/[^/]+\/package\.json$/;

/** What a template wrote, as its first developer checks it out. */
export class Checkout {
  readonly directory: string;
  readonly #outcome: Outcome;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(
    directory: string,
    outcome: Outcome,
    env: NodeJS.ProcessEnv,
  ) {
    this.directory = directory;
    this.#outcome = outcome;
    this.#env = env;
  }

  /** Writes a repository; what is added to one comes on top of its main branch, as its change does. */
  static async create(
    outcome: Outcome,
    env: NodeJS.ProcessEnv,
  ): Promise<Checkout> {
    const directory = await mkdtemp(join(tmpdir(), 'groundwork-prove-'));
    const checkout = new Checkout(directory, outcome, env);
    await checkout.#git('init', '--quiet', '--initial-branch', 'main');
    if (outcome.base) {
      await checkout.#commit(outcome.base.files);
      await checkout.#git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    }
    await checkout.#commit(outcome.written.files);
    return checkout;
  }

  /** Runs a command in it. */
  run(command: string[]): Promise<CommandOutcome> {
    return runCommand(command, { cwd: this.directory, env: this.#env });
  }

  /** What narrows `make` to what was added. */
  listTargets(): string[] {
    const manifest = this.#outcome.written.files.find(({ path }) =>
      MANIFEST.test(path),
    );
    return this.#outcome.base && manifest
      ? [`SERVICE=${JSON.parse(manifest.content.toString('utf8')).name}`]
      : [];
  }

  /** What the template wrote. */
  listPaths(): string[] {
    return this.#outcome.written.files.map(({ path }) => path);
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Commits whatever has changed. */
  async commitAll(message: string): Promise<void> {
    await this.must('git add --all');
    await this.#git('commit', '--quiet', '--message', message);
  }

  /** Runs a command that cannot fail unless something is wrong with the machine or the template. */
  async must(command: string): Promise<CommandOutcome> {
    return this.#require(command.split(' '));
  }

  async #commit(files: RenderedFile[]): Promise<void> {
    await writeFiles(this.directory, { files });
    await this.commitAll('feat: begin');
  }

  async #git(...args: string[]): Promise<void> {
    const author = ['-c', 'user.name=Kit', '-c', 'user.email=kit@example.com'];
    await this.#require(['git', ...author, ...args]);
  }

  async #require(command: string[]): Promise<CommandOutcome> {
    const outcome = await this.run(command);
    if (!outcome.isSuccess) {
      throw new ServiceUnavailableError(
        `${command.join(' ')}: ${outcome.tail}`,
      );
    }
    return outcome;
  }
}
