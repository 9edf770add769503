import { invalid } from './answers';
import type { FakeRepository } from './FakeRepository';

/** A review of a pull request on the fake. */
export interface FakeReview {
  id: number;
  login: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  body: string;
  commit: string;
  at: string;
}

/** A pull request on the fake; its branches are real. */
export class FakePull {
  readonly repository: FakeRepository;
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly login: string;
  readonly createdAt = new Date().toISOString();
  readonly reviews: FakeReview[] = [];
  title: string;
  body: string | null;
  state: 'open' | 'closed' = 'open';
  mergedBy?: string;
  mergeCommit?: string;
  /** The repository of the branch, when it is a fork. */
  fork?: string;
  updatedAt = this.createdAt;
  #lastHead: string;
  #lastBase: string;
  /** GitHub works out whether it can be merged after somebody has asked. */
  #checked?: string;

  static async open(options: {
    repository: FakeRepository;
    number: number;
    title: string;
    body: string | null;
    head: string;
    base: string;
    login: string;
  }): Promise<FakePull> {
    const { repository, head, base } = options;
    const [headSha, baseSha] = await Promise.all([
      repository.resolve(head),
      repository.resolve(base),
    ]);
    if (!headSha || !baseSha) {
      throw invalid({
        resource: 'PullRequest',
        field: headSha ? 'base' : 'head',
        code: 'invalid',
      });
    }
    const ahead = await repository.git([
      'rev-list',
      '--count',
      `${baseSha}..${headSha}`,
    ]);
    if (ahead.trim() === '0') {
      throw invalid({
        resource: 'PullRequest',
        code: 'custom',
        message: `No commits between ${base} and ${head}`,
      });
    }
    return new FakePull({ ...options, headSha, baseSha });
  }

  private constructor(options: {
    repository: FakeRepository;
    number: number;
    title: string;
    body: string | null;
    head: string;
    base: string;
    login: string;
    headSha: string;
    baseSha: string;
  }) {
    this.repository = options.repository;
    this.number = options.number;
    this.title = options.title;
    this.body = options.body;
    this.head = options.head;
    this.base = options.base;
    this.login = options.login;
    this.#lastHead = options.headSha;
    this.#lastBase = options.baseSha;
  }

  /** Where the branches are; those of a closed pull request stay where they were. */
  async readHeads(): Promise<{ head: string; base: string }> {
    if (this.state === 'open') {
      this.#lastHead =
        (await this.repository.resolve(this.head)) ?? this.#lastHead;
      this.#lastBase =
        (await this.repository.resolve(this.base)) ?? this.#lastBase;
    }
    return { head: this.#lastHead, base: this.#lastBase };
  }

  /** Whether it can be merged; null the first time, as on GitHub. */
  async readMergeable(): Promise<boolean | null> {
    const { head, base } = await this.readHeads();
    const key = `${head}:${base}`;
    if (this.#checked !== key) {
      this.#checked = key;
      return null;
    }
    return (await this.tryMerge()) !== undefined;
  }

  /** The merged tree, or undefined when the branches conflict. */
  async tryMerge(): Promise<string | undefined> {
    const { head, base } = await this.readHeads();
    const output = await this.repository.tryGit([
      'merge-tree',
      '--write-tree',
      base,
      head,
    ]);
    return output?.trim();
  }

  /** Remembers that something is different. */
  touch(): void {
    this.updatedAt = new Date().toISOString();
  }
}
