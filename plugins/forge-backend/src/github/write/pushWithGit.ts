import { isError, NotAllowedError } from '@backstage/errors';
import { GitError, runGit } from '@groundwork/plugin-forge-node';
import { basicCredentials } from '../api/GithubCredentials';
import type { RepositoryApi } from '../api/RepositoryApi';

/** What a push is about. */
export interface Push {
  /** The bare repository on this machine. */
  directory: string;
  commit: string;
  /** The branch that must not exist yet. */
  branch: string;
  /** The address that GitHub gave for the repository. */
  cloneUrl: string;
  signal?: AbortSignal;
}

/** A first commit is small; more than this is a broken line. */
const PUSH_MS = 180_000;

/** How long to wait for the server of the repository. */
const PROBE_MS = 10_000;

/** Git on the portal's machine reaches the network the way that the portal does. */
const NETWORK_VARIABLES = [
  ...['http_proxy', 'https_proxy', 'no_proxy'].flatMap(name => [
    name,
    name.toUpperCase(),
  ]),
  'GIT_SSL_CAINFO',
  'SSL_CERT_FILE',
];

/**
 * What became of a push: `pushed`; `unclear`, because there was no answer or somebody was faster, so the branch itself
 * has to be looked at; `unreachable`, because Git is not served where the address leads.
 */
export type PushOutcome = 'pushed' | 'unclear' | 'unreachable';

/** What a server says when it has looked at the push and does not want it. */
const REFUSAL =
  /remote rejected|protected branch|rule violations|GH0\d\d|Permission to .* denied/i;

/** What it says when somebody was faster, or when it has trouble of its own. */
const TROUBLE =
  /cannot lock ref|already exists|internal server error|timed out/i;

/**
 * Pushes a commit to a branch that does not exist yet.
 *
 * @remarks
 * The token goes to Git in its environment, for the one origin only: not as an argument, not in the address, not on the
 * disk. A push that the server refuses for good ends with a `NotAllowedError`.
 */
export async function pushWithGit(
  api: RepositoryApi,
  push: Push,
): Promise<PushOutcome> {
  const { directory, commit, branch, cloneUrl, signal } = push;
  const token = await api.client.credentials.getToken(api.organization);
  const authorization = `Authorization: Basic ${basicCredentials(token)}`;
  const status = await probe(cloneUrl, authorization, signal);
  if (status !== 200) {
    // A repository that was just made is not everywhere at once.
    return status === 404 || status >= 500 ? 'unclear' : 'unreachable';
  }
  const timeout = AbortSignal.timeout(PUSH_MS);
  try {
    await runGit(
      [
        'push',
        '--quiet',
        `--force-with-lease=refs/heads/${branch}:`,
        cloneUrl,
        `${commit}:refs/heads/${branch}`,
      ],
      {
        cwd: directory,
        env: readNetworkVariables(),
        settings: createSettings(cloneUrl, authorization),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      },
    );
    return 'pushed';
  } catch (error) {
    signal?.throwIfAborted();
    return explain(api, error);
  }
}

function createSettings(
  cloneUrl: string,
  authorization: string,
): [key: string, value: string][] {
  return [
    [`http.${new URL(cloneUrl).origin}/.extraHeader`, authorization],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '30'],
    ['credential.helper', ''],
  ];
}

/** The token is only ever shown to the host itself, or to where its API is. */
export function isTrusted(cloneUrl: string, hosts: readonly string[]): boolean {
  return URL.canParse(cloneUrl) && hosts.includes(new URL(cloneUrl).origin);
}

function explain(api: RepositoryApi, error: unknown): PushOutcome {
  const text = api.client.credentials.redact(
    error instanceof GitError ? error.stderr : '',
  );
  if (REFUSAL.test(text) && !TROUBLE.test(text)) {
    const said = text
      .split('\n')
      .map(line => line.replace(/^(remote: ?|error: )+/, '').trim())
      .filter(Boolean);
    throw new NotAllowedError(
      `${api.label} refused the first commit: ${said.slice(0, 5).join('; ')}`,
    );
  }
  if (error instanceof GitError || (isError(error) && isTimeout(error))) {
    return 'unclear';
  }
  throw error;
}

function isTimeout({ name }: Error): boolean {
  return name === 'TimeoutError' || name === 'AbortError';
}

/** Git itself would wait for minutes for a server that is not there; 0 stands for no answer. */
async function probe(
  cloneUrl: string,
  authorization: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const timeout = AbortSignal.timeout(PROBE_MS);
  try {
    const response = await fetch(
      `${cloneUrl}/info/refs?service=git-receive-pack`,
      {
        headers: {
          'user-agent': 'git/groundwork-forge',
          authorization: authorization.replace('Authorization: ', ''),
        },
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      },
    );
    await response.body?.cancel();
    return response.status;
  } catch {
    // Why does not matter: the API is asked instead, and reports what stands in its way.
    signal?.throwIfAborted();
    return 0;
  }
}

function readNetworkVariables(): Record<string, string> {
  return Object.fromEntries(
    NETWORK_VARIABLES.flatMap(name => {
      const value = process.env[name];
      return value ? [[name, value]] : [];
    }),
  );
}
