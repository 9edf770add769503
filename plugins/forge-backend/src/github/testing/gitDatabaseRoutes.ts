import { join } from 'node:path';
import { z } from 'zod';
import {
  FakeRefusal,
  invalid,
  isEmptyRepository,
  notFound,
  type FakeAnswer,
} from './answers';
import type { FakeRepository } from './FakeRepository';
import { repositoryRoute, type FakeRoute } from './FakeRoute';

const Sha = z.string().regex(/^[0-9a-f]{40}$/);
const Person = z.strictObject({
  name: z.string().min(1),
  email: z.string().min(1),
  date: z.iso.datetime({ offset: true }).optional(),
});
const NewReference = z.strictObject({ ref: z.string(), sha: Sha });
const MovedReference = z.strictObject({
  sha: Sha,
  force: z.boolean().optional(),
});
const NewTree = z.strictObject({
  base_tree: Sha.optional(),
  tree: z
    .array(
      z.strictObject({
        path: z.string().min(1),
        mode: z.enum(['100644', '100755', '040000', '160000', '120000']),
        type: z.enum(['blob', 'tree', 'commit']),
        sha: Sha.nullable().optional(),
        content: z.string().min(1).optional(),
      }),
    )
    .min(1),
});
const NewBlob = z.strictObject({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).optional(),
});
const NewCommit = z.strictObject({
  message: z.string().min(1),
  tree: Sha,
  parents: z.array(Sha).optional(),
  author: Person.optional(),
  committer: Person.optional(),
});

/** References of the Git database. */
const referenceRoutes: readonly FakeRoute[] = [
  repositoryRoute('GET /git/ref/{ref+}', {
    handle: async (repository, { params }) => {
      await requireCommits(repository);
      const ref = `refs/${params.ref}`;
      const [found] = await repository.listRefs(`${ref} `);
      if (!found) {
        throw notFound();
      }
      return { status: 200, body: presentReference(found) };
    },
  }),
  repositoryRoute('GET /git/matching-refs/{ref+}', {
    query: ['per_page', 'page'],
    handle: async (repository, { params }) => ({
      status: 200,
      body: (await repository.listRefs(`refs/${params.ref}`)).map(
        presentReference,
      ),
    }),
  }),
  repositoryRoute('POST /git/refs', {
    body: NewReference,
    handle: async (repository, { body }) => {
      await requireCommits(repository);
      const { ref, sha } = body;
      const existing = await repository.listRefs(`${ref} `);
      if (existing.length > 0) {
        throw new FakeRefusal(422, 'Reference already exists');
      }
      await requireObject(repository, sha);
      await repository.moveRef(ref, sha);
      return { status: 201, body: presentReference({ ref, sha }) };
    },
  }),
  repositoryRoute('PATCH /git/refs/{ref+}', {
    body: MovedReference,
    handle: async (repository, { params, body }) =>
      moveReference(repository, `refs/${params.ref}`, body),
  }),
  repositoryRoute('DELETE /git/refs/{ref+}', {
    handle: async (repository, { params }) => {
      await repository.moveRef(`refs/${params.ref}`, undefined);
      return { status: 204 };
    },
  }),
];

/** Trees, blobs and commits of the Git database. */
const objectRoutes: readonly FakeRoute[] = [
  repositoryRoute('GET /git/trees/{sha}', {
    query: ['recursive'],
    handle: async (repository, { params, url, world }) => {
      await requireCommits(repository);
      const isRecursive = url.searchParams.has('recursive');
      const entries = await listTree(repository, params.sha, isRecursive);
      const limit = world.treeLimit;
      const isTruncated = isRecursive && entries.length > limit;
      return {
        status: 200,
        body: {
          sha: params.sha,
          tree: isTruncated ? entries.slice(0, limit) : entries,
          truncated: isTruncated,
        },
      };
    },
  }),
  repositoryRoute('POST /git/trees', {
    body: NewTree,
    handle: async (repository, { body }) => {
      await requireCommits(repository);
      const sha = await writeTree(repository, body);
      return {
        status: 201,
        body: {
          sha,
          tree: await listTree(repository, sha, false),
          truncated: false,
        },
      };
    },
  }),
  repositoryRoute('GET /git/blobs/{sha}', {
    handle: async (repository, { params }) => {
      await requireCommits(repository);
      const text = await repository.tryGit(['cat-file', '-t', params.sha]);
      if (text?.trim() !== 'blob') {
        throw notFound();
      }
      const content = await repository.readBlob(params.sha);
      return {
        status: 200,
        body: {
          sha: params.sha,
          size: content.length,
          content: (content.toString('base64').match(/.{1,60}/g) ?? []).join(
            '\n',
          ),
          encoding: 'base64',
        },
      };
    },
  }),
  repositoryRoute('POST /git/blobs', {
    body: NewBlob,
    handle: async (repository, { body }) => {
      await requireCommits(repository);
      const { content, encoding } = body;
      const sha = await repository.git(['hash-object', '-w', '--stdin'], {
        input: Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
      });
      return { status: 201, body: { sha: sha.trim() } };
    },
  }),
  repositoryRoute('POST /git/commits', {
    body: NewCommit,
    handle: async (repository, { body, caller }) => {
      await requireCommits(repository);
      await requireObject(repository, body.tree);
      const sha = await writeCommit(repository, body, caller.login);
      return { status: 201, body: { sha, message: body.message } };
    },
  }),
];

/** The Git database: references, trees, blobs and commits. */
export const gitDatabaseRoutes: readonly FakeRoute[] = [
  ...referenceRoutes,
  ...objectRoutes,
];

async function moveReference(
  repository: FakeRepository,
  ref: string,
  { sha, force = false }: z.infer<typeof MovedReference>,
): Promise<FakeAnswer> {
  const [current] = await repository.listRefs(`${ref} `);
  if (!current) {
    throw new FakeRefusal(422, 'Reference does not exist');
  }
  if (
    repository.isProtected &&
    ref === `refs/heads/${repository.defaultBranch}`
  ) {
    throw new FakeRefusal(
      422,
      'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
    );
  }
  const isForward =
    (await repository.tryGit([
      'merge-base',
      '--is-ancestor',
      current.sha,
      sha,
    ])) !== undefined;
  if (!isForward && !force) {
    throw new FakeRefusal(422, 'Update is not a fast forward');
  }
  await repository.moveRef(ref, sha);
  return { status: 200, body: presentReference({ ref, sha }) };
}

async function writeTree(
  repository: FakeRepository,
  { base_tree: base, tree }: z.infer<typeof NewTree>,
): Promise<string> {
  const index = join(repository.directory, `index-${process.hrtime.bigint()}`);
  const env = { GIT_INDEX_FILE: index };
  if (base) {
    await requireObject(repository, base);
    await repository.git(['read-tree', base], { env });
  }
  for (const { path, mode, sha, content } of tree) {
    if ((sha === undefined) === (content === undefined)) {
      throw invalid('Must supply either tree.sha or tree.content');
    }
    if (sha === null) {
      await repository.git(['update-index', '--index-info'], {
        env,
        input: `0 ${'0'.repeat(40)}\t${path}\n`,
      });
      continue;
    }
    const id =
      sha ??
      (await repository.git(['hash-object', '-w', '--stdin'], {
        input: content,
      }));
    await repository.git(
      [
        'update-index',
        '--add',
        '--replace',
        '--cacheinfo',
        `${mode},${id.trim()},${path}`,
      ],
      { env },
    );
  }
  return (await repository.git(['write-tree'], { env })).trim();
}

async function writeCommit(
  repository: FakeRepository,
  commit: z.infer<typeof NewCommit>,
  login: string,
): Promise<string> {
  const { message, tree, parents = [], author } = commit;
  const committer = commit.committer ?? author;
  const sha = await repository.git(
    [
      'commit-tree',
      tree,
      ...parents.flatMap(parent => ['-p', parent]),
      '-F',
      '-',
    ],
    {
      input: message,
      env: {
        GIT_AUTHOR_NAME: author?.name ?? login,
        GIT_AUTHOR_EMAIL: author?.email ?? `${login}@users.noreply.github.com`,
        GIT_COMMITTER_NAME: committer?.name ?? login,
        GIT_COMMITTER_EMAIL:
          committer?.email ?? `${login}@users.noreply.github.com`,
        ...(author?.date && {
          GIT_AUTHOR_DATE: author.date,
          GIT_COMMITTER_DATE: committer?.date ?? author.date,
        }),
      },
    },
  );
  return sha.trim();
}

async function listTree(
  repository: FakeRepository,
  sha: string,
  isRecursive: boolean,
) {
  const output = await repository.tryGit([
    'ls-tree',
    '-z',
    '-l',
    ...(isRecursive ? ['-r', '-t'] : []),
    sha,
  ]);
  if (output === undefined) {
    throw notFound();
  }
  return output
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const [mode, type, id, size] = line.split('\t')[0].split(/ +/);
      return {
        path: line.slice(line.indexOf('\t') + 1),
        mode,
        type,
        sha: id,
        ...(size !== '-' && { size: Number(size) }),
      };
    });
}

async function requireCommits(repository: FakeRepository): Promise<void> {
  if (await repository.isEmpty()) {
    throw isEmptyRepository();
  }
}

async function requireObject(
  repository: FakeRepository,
  sha: string,
): Promise<void> {
  if ((await repository.tryGit(['cat-file', '-e', sha])) === undefined) {
    throw invalid('Object does not exist');
  }
}

function presentReference({ ref, sha }: { ref: string; sha: string }) {
  return { ref, node_id: 'REF', object: { type: 'commit', sha } };
}
