import { z } from 'zod';
import { FakeRefusal, invalid, notFound, paginate } from './answers';
import type { FakePull, FakeReview } from './FakePull';
import type { FakeRepository } from './FakeRepository';
import { repositoryRoute, type FakeCall, type FakeRoute } from './FakeRoute';
import { presentFiles } from './presentFiles';

const NewPull = z.strictObject({
  title: z.string().min(1),
  head: z.string().min(1),
  base: z.string().min(1),
  body: z.string().optional(),
  maintainer_can_modify: z.boolean().optional(),
  draft: z.boolean().optional(),
});
const PullUpdate = z.strictObject({
  title: z.string().optional(),
  body: z.string().optional(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});
const Merge = z.strictObject({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).optional(),
});
const NewReview = z.strictObject({
  commit_id: z.string().optional(),
  body: z.string().optional(),
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']),
});

const STATES = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

/** Pull requests, their files, reviews and merges. */
export const pullRoutes: readonly FakeRoute[] = [
  repositoryRoute('GET /pulls', {
    query: ['state', 'head', 'base', 'sort', 'direction', 'per_page', 'page'],
    handle: async (repository, call) => {
      const answer = paginate(filterPulls(repository, call), call.url, pull =>
        presentPull(call, pull as FakePull),
      );
      const body = await Promise.all(answer.body as Promise<unknown>[]);
      return { ...answer, body };
    },
  }),
  repositoryRoute('POST /pulls', {
    body: NewPull,
    handle: async (repository, call) => {
      const { title, head, base, body = null } = call.body;
      const isOpen = call.world.pulls.some(
        pull =>
          pull.repository === repository &&
          pull.state === 'open' &&
          pull.head === head &&
          pull.base === base,
      );
      if (isOpen) {
        throw invalid({
          resource: 'PullRequest',
          code: 'custom',
          message: `A pull request already exists for ${repository.owner}:${head}.`,
        });
      }
      const pull = await call.world.addPull(repository, {
        title,
        head,
        base,
        body,
        login: call.caller.login,
      });
      return { status: 201, body: await presentPull(call, pull, true) };
    },
  }),
  repositoryRoute('GET /pulls/{number}', {
    handle: async (repository, call) => ({
      status: 200,
      body: await presentPull(call, findPull(repository, call), true),
    }),
  }),
  repositoryRoute('PATCH /pulls/{number}', {
    body: PullUpdate,
    handle: async (repository, call) => {
      const pull = findPull(repository, call);
      await pull.readHeads();
      pull.title = call.body.title ?? pull.title;
      pull.body = call.body.body ?? pull.body;
      pull.state = call.body.state ?? pull.state;
      pull.touch();
      return { status: 200, body: await presentPull(call, pull, true) };
    },
  }),
  repositoryRoute('GET /pulls/{number}/files', {
    query: ['per_page', 'page'],
    handle: async (repository, call) =>
      paginate(
        await readFiles(repository, findPull(repository, call)),
        call.url,
      ),
  }),
  repositoryRoute('PUT /pulls/{number}/merge', {
    body: Merge,
    handle: async (repository, call) => {
      const sha = await mergePull(findPull(repository, call), call);
      return {
        status: 200,
        body: {
          sha,
          merged: true,
          message: 'Pull Request successfully merged',
        },
      };
    },
  }),
  repositoryRoute('GET /pulls/{number}/reviews', {
    query: ['per_page', 'page'],
    handle: (repository, call) =>
      paginate(findPull(repository, call).reviews, call.url, review =>
        presentReview(review as FakeReview),
      ),
  }),
  repositoryRoute('POST /pulls/{number}/reviews', {
    body: NewReview,
    handle: async (repository, call) => {
      const pull = findPull(repository, call);
      const { event, body = '', commit_id: commit } = call.body;
      const isOwn = pull.login === call.caller.login;
      if (isOwn && event !== 'COMMENT') {
        const what = event === 'APPROVE' ? 'approve' : 'request changes on';
        throw new FakeRefusal(422, 'Unprocessable Entity', {
          errors: [`Can not ${what} your own pull request`],
        });
      }
      if (event !== 'APPROVE' && body === '') {
        throw invalid('body is required');
      }
      const review: FakeReview = {
        id: pull.reviews.length + 1,
        login: call.caller.login,
        state: STATES[event],
        body,
        commit: commit ?? (await pull.readHeads()).head,
        at: new Date().toISOString(),
      };
      pull.reviews.push(review);
      pull.touch();
      return { status: 200, body: presentReview(review) };
    },
  }),
];

function filterPulls(repository: FakeRepository, call: FakeCall): FakePull[] {
  const { searchParams } = call.url;
  const state = searchParams.get('state') ?? 'open';
  const head = searchParams.get('head');
  const base = searchParams.get('base');
  return call.world.pulls
    .filter(
      pull =>
        pull.repository === repository &&
        (state === 'all' || pull.state === state) &&
        (!head || head === `${repository.owner}:${pull.head}`) &&
        (!base || base === pull.base),
    )
    .reverse();
}

function findPull(repository: FakeRepository, call: FakeCall): FakePull {
  const pull = call.world.pulls.find(
    candidate =>
      candidate.repository === repository &&
      String(candidate.number) === call.params.number,
  );
  if (!pull) {
    throw notFound();
  }
  return pull;
}

async function presentPull(call: FakeCall, pull: FakePull, isWhole = false) {
  const { repository } = pull;
  const { head, base } = await pull.readHeads();
  const fullName = pull.fork ?? repository.fullName;
  const isMerged = pull.mergeCommit !== undefined;
  return {
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    html_url: `${call.world.baseUrl}/${repository.fullName}/pull/${pull.number}`,
    user: { login: pull.login },
    head: {
      ref: pull.head,
      sha: head,
      label: `${fullName.split('/')[0]}:${pull.head}`,
      repo: { full_name: fullName },
    },
    base: {
      ref: pull.base,
      sha: base,
      repo: { full_name: repository.fullName },
    },
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    merged_at: isMerged ? pull.updatedAt : null,
    merge_commit_sha: pull.mergeCommit ?? null,
    ...(isWhole && {
      merged: isMerged,
      mergeable: pull.state === 'open' ? await pull.readMergeable() : null,
      merged_by: pull.mergedBy ? { login: pull.mergedBy } : null,
      changed_files: (await readFiles(repository, pull)).length,
    }),
  };
}

async function readFiles(repository: FakeRepository, pull: FakePull) {
  const { head, base } = await pull.readHeads();
  const mergeBase = await repository.git(['merge-base', base, head]);
  return presentFiles(repository, mergeBase.trim(), head);
}

async function mergePull(
  pull: FakePull,
  call: FakeCall<z.infer<typeof Merge>>,
): Promise<string> {
  const { repository } = pull;
  const {
    sha,
    merge_method: method = 'merge',
    commit_message: text,
  } = call.body;
  const { head, base } = await pull.readHeads();
  if (pull.state !== 'open') {
    throw new FakeRefusal(405, 'Pull Request is not mergeable');
  }
  if (method === 'merge' && !repository.allowsMergeCommits) {
    throw new FakeRefusal(
      405,
      'Merge commits are not allowed on this repository.',
    );
  }
  if (sha && sha !== head) {
    throw new FakeRefusal(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const tree = await pull.tryMerge();
  if (!tree) {
    throw new FakeRefusal(405, 'Pull Request is not mergeable');
  }
  const title = `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`;
  const commit = await repository.git(
    ['commit-tree', tree, '-p', base, '-p', head, '-F', '-'],
    {
      input: `${title}\n\n${text ?? pull.title}`,
      env: {
        GIT_AUTHOR_NAME: call.caller.login,
        GIT_AUTHOR_EMAIL: 'bot@users.noreply.github.com',
        GIT_COMMITTER_NAME: 'GitHub',
        GIT_COMMITTER_EMAIL: 'noreply@github.com',
      },
    },
  );
  await repository.moveRef(`refs/heads/${pull.base}`, commit.trim());
  pull.state = 'closed';
  pull.mergedBy = call.caller.login;
  pull.mergeCommit = commit.trim();
  pull.touch();
  return commit.trim();
}

function presentReview(review: FakeReview) {
  return {
    id: review.id,
    user: { login: review.login },
    body: review.body,
    state: review.state,
    commit_id: review.commit,
    submitted_at: review.at,
  };
}
