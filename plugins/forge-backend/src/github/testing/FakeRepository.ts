import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGit, runGitForResult } from '@groundwork/plugin-forge-node';

/** A commit as Git stores it. */
export interface StoredCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: { name: string; email: string; date: string };
  committer: { name: string; email: string; date: string };
  message: string;
}

const FORMAT =
  '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x00%x01';

/** The state of a repository on the fake, whose content is in a real bare repository. */
export class FakeRepository {
  readonly id: number;
  readonly owner: string;
  readonly directory: string;
  name: string;
  formerNames: string[] = [];
  description: string | null = null;
  isArchived = false;
  isPrivate = true;
  allowsMergeCommits = true;
  /** Pushes to the default branch are refused as a ruleset does. */
  isProtected = false;
  defaultBranch = 'main';
  pushedAt: string | null = null;

  static async create(options: {
    id: number;
    owner: string;
    name: string;
    root: string;
  }): Promise<FakeRepository> {
    const { root, owner, id } = options;
    // By its number: another one may have the name later.
    const directory = join(root, owner, `${id}.git`);
    await runGit(
      ['init', '--quiet', '--bare', '--initial-branch=main', directory],
      { cwd: root },
    );
    await runGit(['config', 'http.receivepack', 'true'], { cwd: directory });
    return new FakeRepository({ ...options, directory });
  }

  private constructor(options: {
    id: number;
    owner: string;
    name: string;
    directory: string;
  }) {
    this.id = options.id;
    this.owner = options.owner;
    this.name = options.name;
    this.directory = options.directory;
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** Runs Git in the repository. */
  async git(
    args: string[],
    options: { input?: string | Buffer; env?: Record<string, string> } = {},
  ): Promise<string> {
    return runGit(args, { cwd: this.directory, ...options });
  }

  /** Runs Git where failing is an answer. */
  async tryGit(args: string[]): Promise<string | undefined> {
    const { stdout, exitCode } = await runGitForResult(args, {
      cwd: this.directory,
      acceptExitCodes: [1, 2, 128],
    });
    return exitCode === 0 ? stdout.toString('utf8') : undefined;
  }

  /** Refuses pushes as a ruleset does. */
  async refusePushes(): Promise<void> {
    const hook = join(this.directory, 'hooks', 'pre-receive');
    await mkdir(dirname(hook), { recursive: true });
    await writeFile(
      hook,
      '#!/bin/sh\necho "error: GH013: Repository rule violations found" >&2\nexit 1\n',
      { mode: 0o755 },
    );
  }

  /** The bytes of a file. */
  async readBlob(sha: string): Promise<Buffer> {
    const { stdout } = await runGitForResult(['cat-file', 'blob', sha], {
      cwd: this.directory,
    });
    return stdout;
  }

  /** The commit of a branch, tag or commit id. */
  async resolve(revision: string): Promise<string | undefined> {
    const candidates = [
      `refs/heads/${revision}`,
      `refs/tags/${revision}`,
      `refs/${revision}`,
      ...(/^[0-9a-f]{7,40}$/.test(revision) ? [revision] : []),
    ];
    const output = await this.git(['cat-file', '--batch-check'], {
      input: candidates.map(name => `${name}^{commit}\n`).join(''),
    });
    return /^([0-9a-f]{40}) commit/m.exec(output)?.[1];
  }

  /** Whether nothing was ever pushed. */
  async isEmpty(): Promise<boolean> {
    return (await this.git(['for-each-ref', '--count=1'])) === '';
  }

  /** Names and commits of refs with a prefix. */
  async listRefs(prefix: string): Promise<{ ref: string; sha: string }[]> {
    const output = await this.git([
      'for-each-ref',
      '--format=%(refname) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)',
    ]);
    return output
      .split('\n')
      .filter(line => line.startsWith(prefix) && line !== '')
      .map(line => line.split(' '))
      .map(([ref, sha]) => ({ ref, sha }));
  }

  /** History, newest first. */
  async log(args: string[]): Promise<StoredCommit[]> {
    const output = await this.git(['log', `--format=${FORMAT}`, ...args]);
    return output
      .split('\x01')
      .map(record => record.replace(/^\n/, '').split('\0'))
      .filter(fields => fields.length > 9)
      .map(([sha, tree, parents, an, ae, ad, cn, ce, cd, message]) => ({
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: toUtc(ad) },
        committer: { name: cn, email: ce, date: toUtc(cd) },
        message: message.trimEnd(),
      }));
  }

  /** Moves a ref and remembers the time, as a push does. */
  async moveRef(ref: string, sha: string | undefined): Promise<void> {
    await this.git(sha ? ['update-ref', ref, sha] : ['update-ref', '-d', ref]);
    this.touch();
  }

  /** Remembers that something was pushed. */
  touch(): void {
    this.pushedAt = toUtc(new Date().toISOString());
  }

  /** Commits files to a branch as somebody with a clone would; null deletes one. */
  async push(
    files: Record<string, string | null>,
    options: { branch?: string; from?: string; message?: string } = {},
  ): Promise<string> {
    const { branch = this.defaultBranch, message = 'Change files' } = options;
    const parent = await this.resolve(options.from ?? branch);
    const now = `${Math.floor(Date.now() / 1000)} +0000`;
    const lines = [
      `commit refs/heads/${branch}`,
      `author Somebody <somebody@example.com> ${now}`,
      `committer GitHub <noreply@github.com> ${now}`,
      `data ${Buffer.byteLength(message)}\n${message}`,
      ...(parent ? [`from ${parent}`] : []),
      ...Object.entries(files).map(([path, content]) =>
        content === null
          ? `D ${path}`
          : `M 100644 inline ${path}\ndata ${Buffer.byteLength(
              content,
            )}\n${content}`,
      ),
    ];
    await this.git(['fast-import', '--quiet', '--force'], {
      input: `${lines.join('\n')}\n`,
    });
    this.touch();
    return (await this.git(['rev-parse', `refs/heads/${branch}`])).trim();
  }
}

/** GitHub tells times in UTC, to the second. */
export function toUtc(date: string): string {
  return `${new Date(date).toISOString().slice(0, 19)}Z`;
}
