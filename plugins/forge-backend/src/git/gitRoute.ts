import { findSegmentProblem } from '../embedded/names';

/** The two services of Git over HTTP: fetch and push. */
export type GitService = 'git-upload-pack' | 'git-receive-pack';

/** A request of the smart HTTP protocol. */
export interface GitRoute {
  namespace: string;
  name: string;
  service: GitService;
  /** The first request, which lists the refs; the others carry packs. */
  isAdvertisement: boolean;
}

/** A request that looks like Git's, but that the portal does not serve. */
export interface GitRefusal {
  status: number;
  message: string;
}

const OPERATION =
  /^\/([^/]+)\/([^/]+)\/(info\/refs|git-upload-pack|git-receive-pack)$/;
/** Files that a client of the old protocol asks for; without the suffix they may be pages. */
const DUMB_FILE = /^\/[^/]+\/[^/]+\.git\/./;

/**
 * Reads a request below `/forge`.
 *
 * @returns undefined for everything that is not Git's, so that the pages of the portal answer it
 */
export function parseGitRoute(request: {
  method: string;
  path: string;
  service?: unknown;
}): GitRoute | GitRefusal | undefined {
  const match = OPERATION.exec(request.path);
  if (!match) {
    return DUMB_FILE.test(request.path)
      ? { status: 404, message: 'Only the smart HTTP protocol is served' }
      : undefined;
  }
  const [, namespace, rawName, operation] = match;
  const isAdvertisement = operation === 'info/refs';
  const service = isAdvertisement ? request.service : operation;
  if (!isGitService(service)) {
    return { status: 403, message: 'Only the smart HTTP protocol is served' };
  }
  const method = isAdvertisement ? 'GET' : 'POST';
  if (request.method !== method) {
    return { status: 405, message: `Use ${method}` };
  }
  const name = rawName.replace(/\.git$/, '');
  return !findSegmentProblem(namespace) && !findSegmentProblem(name)
    ? { namespace, name, service, isAdvertisement }
    : { status: 404, message: 'There is no such repository' };
}

function isGitService(service: unknown): service is GitService {
  return service === 'git-upload-pack' || service === 'git-receive-pack';
}
