import { ConflictError, InputError } from '@backstage/errors';
import type { Change } from '@groundwork/plugin-forge-common';
import type {
  FileEdit,
  OpenChangeOptions,
} from '@groundwork/plugin-forge-node';
import { checkRefName } from '../../embedded/names';
import { nameBranches } from '../../hosts/nameBranches';
import { hasStatus, isUnclear } from '../api/GithubFailure';
import type { RepositoryApi } from '../api/RepositoryApi';
import { pullAnswer, repositoryAnswer, type PullAnswer } from '../api/schemas';
import { sendOnce } from '../api/sendOnce';
import type { EditsCommit, GithubCommits } from '../write/GithubCommits';
import { findOpen, requireAncestor, takeBack } from './branches';
import type { PortalAccount } from './PortalAccount';
import type { PullReader } from './PullReader';
import { signText } from './signature';

/** A branch to propose. */
interface Proposal {
  branch: string;
  /** What its commit was made on, if this call has made the branch. */
  madeOn?: string;
}

/** What proposals are made with. */
interface Options {
  account: PortalAccount;
  commits: GithubCommits;
  reader: PullReader;
}

/** Opens pull requests: of a branch that exists, or of edits. */
export class PullProposals {
  readonly #account: PortalAccount;
  readonly #commits: GithubCommits;
  readonly #reader: PullReader;

  static create(options: Options): PullProposals {
    return new PullProposals(options);
  }

  private constructor(options: Options) {
    this.#account = options.account;
    this.#commits = options.commits;
    this.#reader = options.reader;
  }

  /** Opens a change, signed for the proposer; a second call of the same is answered as the first one was. */
  async open(api: RepositoryApi, options: OpenChangeOptions): Promise<Change> {
    const base =
      options.targetBranch ??
      (await api.get('', repositoryAnswer)).default_branch;
    const target = await this.#commits.requireBranch(api, base);
    const { edits } = options;
    const proposal = edits
      ? await this.#proposeEdits(api, { ...options, edits, base, target })
      : await this.#proposeBranch(api, options.sourceBranch);
    const pull = await this.#order(api, { ...options, ...proposal, base });
    this.#account.learn(pull.user?.login);
    return proposal.madeOn
      ? {
          ...(await this.#reader.present(api, pull)),
          base: proposal.madeOn,
        }
      : this.#reader.complete(api, pull);
  }

  async #proposeBranch(
    api: RepositoryApi,
    branch: string | undefined,
  ): Promise<Proposal> {
    if (!branch) {
      throw new InputError('A change needs edits or the branch to merge');
    }
    await this.#commits.requireBranch(api, branch);
    return { branch };
  }

  /** Puts edits on a branch of their own; one that an earlier attempt has left is taken. */
  async #proposeEdits(
    api: RepositoryApi,
    options: OpenChangeOptions & {
      edits: FileEdit[];
      base: string;
      target: string;
    },
  ): Promise<Proposal> {
    const { title, description, baseCommit, base, target, sourceBranch } =
      options;
    if (baseCommit && baseCommit !== target) {
      await requireAncestor(api, { commit: baseCommit, branch: base, target });
    }
    const edited: EditsCommit = {
      parent: baseCommit ?? target,
      edits: options.edits,
      message:
        options.message ?? [title, description].filter(Boolean).join('\n\n'),
      actor: options.actor,
    };
    const commit = await this.#commits.writeEdits(api, edited);
    const names = sourceBranch
      ? [checkRefName(sourceBranch)]
      : nameBranches(title, commit);
    for (const branch of names) {
      if (await this.#createBranch(api, branch, commit)) {
        return { branch, madeOn: edited.parent };
      }
      const taken = await this.#commits.findBranch(api, branch);
      if (taken && (await this.#commits.isCommitOfEdits(api, taken, edited))) {
        return { branch };
      }
    }
    throw new ConflictError(
      `There is already a branch '${names[0]}' in ${api.label}; choose another name`,
    );
  }

  /** Whether this call has made the branch. */
  async #createBranch(
    api: RepositoryApi,
    branch: string,
    commit: string,
  ): Promise<boolean> {
    try {
      await api.order('POST', '/git/refs', {
        body: { ref: `refs/heads/${branch}`, sha: commit },
        isRepeatable: true,
      });
      return true;
    } catch (error) {
      const now =
        hasStatus(error, 409, 422) || isUnclear(error)
          ? await this.#commits.findBranch(api, branch)
          : undefined;
      if (now === undefined) {
        throw error;
      }
      return isUnclear(error) && now === commit;
    }
  }

  async #order(
    api: RepositoryApi,
    options: OpenChangeOptions & Proposal & { base: string },
  ): Promise<PullAnswer> {
    const { title, description = '', branch, base, madeOn, actor } = options;
    const find = () => findOpen(api, branch, base);
    // A branch that an earlier attempt has left may have its pull request, too.
    const existing = madeOn ? undefined : await find();
    if (existing) {
      return this.#requireSame(existing, options);
    }
    try {
      return await sendOnce(api.client, {
        send: () =>
          api.send('POST', '/pulls', pullAnswer, {
            body: {
              title,
              head: branch,
              base,
              body: signText(description, actor),
            },
          }),
        find,
      });
    } catch (error) {
      throw madeOn && hasStatus(error, 403, 404, 422)
        ? await takeBack(api, branch, error)
        : error;
    }
  }

  #requireSame(
    existing: PullAnswer,
    { title, description = '', actor, branch }: OpenChangeOptions & Proposal,
  ): PullAnswer {
    const isSame =
      existing.title === title &&
      existing.body?.replaceAll('\r\n', '\n').trim() ===
        signText(description, actor);
    if (!isSame) {
      throw new ConflictError(
        `Change ${existing.number} proposes '${branch}' already; update that one`,
      );
    }
    return existing;
  }
}
