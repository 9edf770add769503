import { z } from 'zod';

/** What this plugin reads of a repository, from GitHub's "Get a repository" and "List organization repositories". */
export const repositoryAnswer = z.object({
  name: z.string(),
  owner: z.object({ login: z.string() }),
  description: z.string().nullish(),
  default_branch: z.string().min(1),
  html_url: z.string(),
  clone_url: z.string(),
  pushed_at: z.string().nullish(),
  archived: z.boolean().nullish(),
  disabled: z.boolean().nullish(),
});
/** A repository as GitHub describes it. */
export type RepositoryAnswer = z.infer<typeof repositoryAnswer>;

const personAnswer = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  date: z.string().nullish(),
});

/** A file of a commit, a comparison or a pull request. */
export const fileAnswer = z.object({
  filename: z.string(),
  previous_filename: z.string().nullish(),
  status: z.string(),
  sha: z.string().nullish(),
  additions: z.number(),
  deletions: z.number(),
  patch: z.string().nullish(),
});
/** A file that differs, as GitHub describes it. */
export type FileAnswer = z.infer<typeof fileAnswer>;

/** "Get a commit" and an item of "List commits". */
export const commitAnswer = z.object({
  sha: z.string(),
  parents: z.array(z.object({ sha: z.string() })),
  commit: z.object({
    message: z.string(),
    author: personAnswer.nullish(),
    committer: personAnswer.nullish(),
    tree: z.object({ sha: z.string() }),
  }),
});
/** A commit as GitHub describes it. */
export type CommitAnswer = z.infer<typeof commitAnswer>;

/** The part of "Get a commit" that lists do not have. */
export const commitFilesAnswer = z.object({
  files: z.array(fileAnswer).nullish(),
});

/** "Get a tree" and "Create a tree". */
export const treeAnswer = z.object({
  sha: z.string(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      sha: z.string(),
      size: z.number().nullish(),
    }),
  ),
  truncated: z.boolean().nullish(),
});

/** "Get a blob". */
export const blobAnswer = z.object({
  content: z.string(),
  encoding: z.string(),
});

/** What every object that was just made answers with. */
export const objectAnswer = z.object({ sha: z.string() });

/** A reference of "Git database". */
export const referenceAnswer = z.object({
  ref: z.string(),
  object: z.object({ sha: z.string() }),
});

/** An item of "List branches" and of "List repository tags". */
export const namedCommitAnswer = z.object({
  name: z.string(),
  commit: z.object({ sha: z.string() }),
});

/** A branch or tag in a list. */
export type NamedCommitAnswer = z.infer<typeof namedCommitAnswer>;

/** "Compare two commits". */
export const comparisonAnswer = z.object({
  status: z.string(),
  merge_base_commit: z.object({ sha: z.string() }).nullish(),
  files: z.array(fileAnswer).nullish(),
});

const accountAnswer = z.object({ login: z.string() });

/** A pull request; what only "Get a pull request" tells is absent in lists. */
export const pullAnswer = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  html_url: z.string(),
  user: accountAnswer.nullish(),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    label: z.string().nullish(),
    repo: z.object({ full_name: z.string() }).nullish(),
  }),
  base: z.object({ ref: z.string(), sha: z.string() }),
  created_at: z.string(),
  updated_at: z.string(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  merged_by: accountAnswer.nullish(),
  mergeable: z.boolean().nullish(),
  changed_files: z.number().nullish(),
});
/** A pull request as GitHub describes it. */
export type PullAnswer = z.infer<typeof pullAnswer>;

/** A review of a pull request. */
export const reviewAnswer = z.object({
  user: accountAnswer.nullish(),
  body: z.string().nullish(),
  state: z.string(),
  commit_id: z.string().nullish(),
  submitted_at: z.string().nullish(),
});
/** A review as GitHub describes it. */
export type ReviewAnswer = z.infer<typeof reviewAnswer>;

/** "Merge a pull request". */
export const mergeAnswer = z.object({ sha: z.string() });

/** "Get the authenticated user". */
export const userAnswer = accountAnswer;
