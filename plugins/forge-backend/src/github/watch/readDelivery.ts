import { InputError } from '@backstage/errors';
import type { RepositoryName } from '@groundwork/plugin-forge-common';
import type { ChangedPath, ChangeEvent } from '@groundwork/plugin-forge-node';
import type { z } from 'zod';
import {
  pullDelivery,
  pushDelivery,
  repositoryDelivery,
  type PullDelivery,
  type PushDelivery,
  type RepositoryDelivery,
} from './deliveries';
import type { MovedRef } from './GithubAnnouncements';

/** What a delivery says, in the words of the forge. */
export type Tidings =
  | { type: 'ping' }
  | { type: 'push'; moved: MovedRef }
  | {
      type: 'change';
      name: RepositoryName;
      number: number;
      action: ChangeEvent['action'];
    }
  | {
      type: 'repository';
      name: RepositoryName;
      action: 'created' | 'removed';
      /** The name before, of a repository that was renamed. */
      from?: string;
    };

const CHANGE_ACTIONS: Readonly<Record<string, ChangeEvent['action']>> = {
  opened: 'opened',
  edited: 'updated',
  reopened: 'updated',
  synchronize: 'updated',
};

const REPOSITORY_ACTIONS: Readonly<Record<string, 'created' | 'removed'>> = {
  created: 'created',
  renamed: 'created',
  transferred: 'created',
  unarchived: 'created',
  archived: 'removed',
  deleted: 'removed',
};

/**
 * Reads a delivery whose signature was checked.
 *
 * @returns undefined for what does not concern the portal
 */
export function readDelivery(
  { event, body }: { event: string; body: Buffer },
  organizations: readonly string[],
): Tidings | undefined {
  switch (event) {
    case 'ping':
      return { type: 'ping' };
    case 'push':
      return readPush(parse(pushDelivery, event, body), organizations);
    case 'pull_request':
    case 'pull_request_review':
      return readPull(parse(pullDelivery, event, body), event, organizations);
    case 'repository':
      return readRepository(
        parse(repositoryDelivery, event, body),
        organizations,
      );
    default:
      return undefined;
  }
}

function parse<T>(schema: z.ZodType<T>, event: string, body: Buffer): T {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new InputError('The delivery is not JSON');
  }
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(`The delivery is not a '${event}' event of GitHub`);
  }
  return result.data;
}

function readPush(
  push: PushDelivery,
  organizations: readonly string[],
): Tidings | undefined {
  const { ref, before, after, repository } = push;
  const name = findName(repository, organizations);
  if (!name || !/^refs\/(heads|tags)\//.test(ref)) {
    return undefined;
  }
  const isDefaultBranch = ref === `refs/heads/${repository.default_branch}`;
  const told = readChangedPaths(push);
  const moved = { ...name, ref, isDefaultBranch, before, after, told };
  return { type: 'push', moved };
}

function readPull(
  delivery: PullDelivery,
  event: string,
  organizations: readonly string[],
): Tidings | undefined {
  const { action, pull_request: pull, repository } = delivery;
  const name = findName(repository, organizations);
  const ended = pull.merged ? 'merged' : 'closed';
  const happened = action === 'closed' ? ended : CHANGE_ACTIONS[action];
  const told = event === 'pull_request_review' ? 'reviewed' : happened;
  return name && told
    ? { type: 'change', name, number: pull.number, action: told }
    : undefined;
}

function readRepository(
  { action, changes, repository }: RepositoryDelivery,
  organizations: readonly string[],
): Tidings | undefined {
  const name = findName(repository, organizations);
  const told = REPOSITORY_ACTIONS[action];
  const from =
    action === 'renamed' ? changes?.repository?.name?.from : undefined;
  return name && told
    ? { type: 'repository', name, action: told, ...(from && { from }) }
    : undefined;
}

/** The repository, if its organization is one of the portal's. */
function findName(
  repository: { name: string; owner: { login: string } },
  organizations: readonly string[],
): RepositoryName | undefined {
  const login = repository.owner.login.toLowerCase();
  const namespace = organizations.find(name => name.toLowerCase() === login);
  return namespace ? { namespace, name: repository.name } : undefined;
}

/** The commits in their order: what the last one did to a file counts. */
function readChangedPaths({ commits }: PushDelivery): ChangedPath[] {
  const statuses = new Map<string, ChangedPath['status']>();
  for (const { added, modified, removed } of commits) {
    added.forEach(path => statuses.set(path, 'added'));
    modified
      .filter(path => !statuses.has(path))
      .forEach(path => statuses.set(path, 'modified'));
    removed.forEach(path => statuses.set(path, 'deleted'));
  }
  return [...statuses].map(([path, status]) => ({ path, status }));
}
