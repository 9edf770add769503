import { InputError, NotFoundError } from '@backstage/errors';
import type { TreeLocation } from '@groundwork/plugin-forge-node';
import { encodePath } from './api/RestApi';

/** GitHub's own name for whatever the default branch is. */
const DEFAULT_REVISION = 'HEAD';

const ADDRESS =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/(?:blob|tree|raw|edit|blame|commits|commit)\/(.+?))?\/?$/;

/** A place inside a repository, with revision and path not yet told apart. */
export interface GithubAddress {
  namespace: string;
  name: string;
  rest?: string;
}

/** Whether an address is on a GitHub host, by its whole origin. */
export function isOnHost(host: string, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === originOf(host);
}

/** Reads an address as people copy it from GitHub. */
export function parseGithubAddress(host: string, url: string): GithubAddress {
  if (!isOnHost(host, url)) {
    throw new InputError(`${url} is not an address on ${host}`);
  }
  const match = ADDRESS.exec(new URL(url).pathname);
  if (!match) {
    throw new NotFoundError(`${url} leads to no file or directory`);
  }
  try {
    const [namespace, name, rest] = match
      .slice(1)
      .map(part => part && decodeURIComponent(part));
    return { namespace, name, ...(rest && { rest }) };
  } catch (error) {
    throw new InputError(`${url} is not encoded as an address`, error);
  }
}

/** Writes the address of a file or directory as GitHub shows it. */
export function formatGithubAddress(
  host: string,
  location: TreeLocation & { view: 'blob' | 'tree' },
): string {
  const { namespace, name, revision = DEFAULT_REVISION, path, view } = location;
  const place = path ? `${revision}/${path}` : revision;
  return `${originOf(host)}/${encodePath(
    `${namespace}/${name}/${view}/${place}`,
  )}`;
}

/** Whether a revision is only another word for the default branch. */
export function isDefaultRevision(revision: string | undefined): boolean {
  return !revision || revision === DEFAULT_REVISION;
}

function originOf(host: string): string {
  return `https://${host}`;
}
