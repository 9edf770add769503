import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  FakeRefusal,
  invalid,
  isEmptyRepository,
  notFound,
  paginate,
} from './answers';
import type { FakeRepository, StoredCommit } from './FakeRepository';
import { repositoryRoute, type FakeRoute } from './FakeRoute';
import { presentCommit, presentFiles } from './presentFiles';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** More files than this are on no page of a comparison. */
const MAX_FILES = 300;

const NewContent = z.strictObject({
  message: z.string().min(1),
  content: z.base64().or(z.literal('')),
  sha: z.string().optional(),
  branch: z.string().optional(),
});

/** Commits, comparisons, branches, tags, archives, and the one way to put something into an empty repository. */
export const contentRoutes: readonly FakeRoute[] = [
  repositoryRoute('PUT /contents/{path+}', {
    body: NewContent,
    handle: async (repository, { params, body }) => {
      const branch = body.branch ?? repository.defaultBranch;
      const head = await repository.resolve(branch);
      const existing =
        head &&
        (await repository.tryGit(['cat-file', '-e', `${head}:${params.path}`]));
      if (existing !== undefined && head && !body.sha) {
        throw invalid('"sha" wasn\'t supplied.');
      }
      if (!head && !(await repository.isEmpty())) {
        throw notFound();
      }
      const text = Buffer.from(body.content, 'base64').toString('utf8');
      const sha = await repository.push(
        { [params.path]: text },
        { branch, message: body.message },
      );
      return { status: 201, body: { commit: { sha } } };
    },
  }),
  repositoryRoute('GET /commits', {
    query: ['sha', 'path', 'author', 'since', 'until', 'per_page', 'page'],
    handle: async (repository, { url }) => {
      if (await repository.isEmpty()) {
        throw isEmptyRepository();
      }
      const revision = url.searchParams.get('sha') ?? repository.defaultBranch;
      const sha = await repository.resolve(revision);
      if (!sha) {
        throw notFound();
      }
      const path = url.searchParams.get('path');
      const commits = await repository.log([
        sha,
        ...(path ? ['--', path] : []),
      ]);
      return paginate(commits, url, presentCommit);
    },
  }),
  repositoryRoute('GET /commits/{ref+}', {
    query: ['per_page', 'page'],
    handle: async (repository, { params, url }) => {
      const commit = await findCommit(repository, params.ref);
      const files = await presentFiles(
        repository,
        commit.parents[0] ?? EMPTY_TREE,
        commit.sha,
      );
      const { body, headers } = paginate(files, url);
      return {
        status: 200,
        headers,
        body: { ...presentCommit(commit), files: body },
      };
    },
  }),
  repositoryRoute('GET /compare/{basehead+}', {
    query: ['per_page', 'page'],
    handle: async (repository, { params }) => {
      const [base, head] = params.basehead.split('...');
      const [from, to] = await Promise.all([
        findCommit(repository, base),
        findCommit(repository, head),
      ]);
      const mergeBase = (
        await repository.tryGit(['merge-base', from.sha, to.sha])
      )?.trim();
      if (!mergeBase) {
        throw new FakeRefusal(
          404,
          `No common ancestor between ${base} and ${head}.`,
        );
      }
      const files = await presentFiles(repository, mergeBase, to.sha);
      const status = compareHeads({
        from: from.sha,
        to: to.sha,
        base: mergeBase,
      });
      return {
        status: 200,
        body: {
          status,
          merge_base_commit: { sha: mergeBase },
          files: files.slice(0, MAX_FILES),
        },
      };
    },
  }),
  repositoryRoute('GET /branches', {
    query: ['protected', 'per_page', 'page'],
    handle: async (repository, { url }) =>
      paginate(await listNames(repository, 'refs/heads/'), url),
  }),
  repositoryRoute('GET /tags', {
    query: ['per_page', 'page'],
    handle: async (repository, { url }) =>
      paginate(await listNames(repository, 'refs/tags/'), url),
  }),
  repositoryRoute('GET /tarball/{ref+}', {
    handle: async (repository, { params, world }) => {
      const { sha } = await findCommit(repository, params.ref);
      const ticket = randomUUID();
      world.tickets.set(ticket, { repository, sha });
      return {
        status: 302,
        headers: { location: `${world.codeloadUrl}/_codeload/${ticket}` },
      };
    },
  }),
];

async function findCommit(
  repository: FakeRepository,
  revision: string,
): Promise<StoredCommit> {
  if (await repository.isEmpty()) {
    throw isEmptyRepository();
  }
  const sha = await repository.resolve(revision);
  if (!sha) {
    throw new FakeRefusal(422, `No commit found for SHA: ${revision}`);
  }
  const [commit] = await repository.log(['--max-count=1', sha]);
  return commit;
}

async function listNames(repository: FakeRepository, prefix: string) {
  return (await repository.listRefs(prefix)).map(({ ref, sha }) => ({
    name: ref.slice(prefix.length),
    commit: { sha },
    protected: false,
  }));
}

function compareHeads(heads: { from: string; to: string; base: string }) {
  const { from, to, base } = heads;
  if (from === to) {
    return 'identical';
  }
  if (base === from) {
    return 'ahead';
  }
  return base === to ? 'behind' : 'diverged';
}
