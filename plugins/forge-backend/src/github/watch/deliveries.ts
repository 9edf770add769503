import { z } from 'zod';

const ZERO = '0'.repeat(40);

const sha = z.string().regex(/^[0-9a-f]{40}$/);

const repositoryPart = z.object({
  name: z.string(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string(),
});

/** The parts of GitHub's webhook payloads that the portal acts on. */
export const pushDelivery = z.object({
  ref: z.string(),
  before: sha.transform(omitZero),
  after: sha.transform(omitZero),
  repository: repositoryPart,
  commits: z
    .array(
      z.object({
        added: z.array(z.string()).default([]),
        modified: z.array(z.string()).default([]),
        removed: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});
/** A push as GitHub tells it. */
export type PushDelivery = z.infer<typeof pushDelivery>;

/** `pull_request`, and `pull_request_review` without its review. */
export const pullDelivery = z.object({
  action: z.string(),
  number: z.number().optional(),
  pull_request: z.object({
    number: z.number(),
    merged: z.boolean().nullish(),
  }),
  repository: repositoryPart,
});
/** An event about a pull request as GitHub tells it. */
export type PullDelivery = z.infer<typeof pullDelivery>;

/** `repository`: created, deleted, renamed, transferred and more. */
export const repositoryDelivery = z.object({
  action: z.string(),
  repository: repositoryPart,
  changes: z
    .object({
      repository: z
        .object({ name: z.object({ from: z.string() }).optional() })
        .optional(),
    })
    .nullish(),
});
/** An event about a repository as GitHub tells it. */
export type RepositoryDelivery = z.infer<typeof repositoryDelivery>;

function omitZero(id: string): string | undefined {
  return id === ZERO ? undefined : id;
}
