import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { pipeCgiResponse } from '../../git/cgiResponse';
import { FakeRefusal } from './answers';
import type { FakeCaller } from './FakeAccounts';
import type { FakeWorld } from './FakeWorld';

const OPERATION =
  /^\/([^/]+)\/([^/]+)\.git(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/;

/** Serves Git over HTTP to whoever sends a token as password, as github.com does. */
export async function serveFakeGit(
  world: FakeWorld,
  request: Request,
  response: Response,
): Promise<void> {
  const match = OPERATION.exec(request.path);
  if (!match) {
    response.status(404).end();
    return;
  }
  const [, owner, name, operation] = match;
  const caller = findCaller(world, request);
  if (!caller) {
    response.set('WWW-Authenticate', 'Basic realm="GitHub"');
    response.status(401).end();
    return;
  }
  const repository = world.find(owner, name);
  if (!repository || !caller.organizations.includes(repository.owner)) {
    response.status(404).end('Repository not found.');
    return;
  }
  await runBackend(request, response, {
    directory: repository.directory,
    operation,
    user: caller.login,
  });
  if (operation === '/git-receive-pack') {
    repository.touch();
  }
}

function findCaller(
  world: FakeWorld,
  request: Request,
): FakeCaller | undefined {
  try {
    return world.accounts.authenticateGit(request.headers.authorization);
  } catch (error) {
    if (error instanceof FakeRefusal) {
      return undefined;
    }
    throw error;
  }
}

async function runBackend(
  request: Request,
  response: Response,
  git: { directory: string; operation: string; user: string },
): Promise<void> {
  const { headers } = request;
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROJECT_ROOT: git.directory,
      PATH_INFO: git.operation,
      QUERY_STRING: new URL(request.originalUrl, 'http://fake').search.slice(1),
      REQUEST_METHOD: request.method,
      REMOTE_USER: git.user,
      CONTENT_TYPE: headers['content-type'] ?? '',
      ...(headers['content-length'] && {
        CONTENT_LENGTH: headers['content-length'],
      }),
      ...(headers['content-encoding'] && {
        HTTP_CONTENT_ENCODING: headers['content-encoding'],
      }),
      ...(headers['git-protocol'] && {
        GIT_PROTOCOL: String(headers['git-protocol']),
      }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const closed = new Promise(resolve => child.on('close', resolve));
  const reading = pipeline(request, child.stdin).catch(() => child.kill());
  const writing = pipeCgiResponse(child.stdout, response).catch(() =>
    response.destroy(),
  );
  // A client that was killed reads nothing more, and Git would wait for it.
  const abandon = () => {
    if (!response.writableFinished) {
      child.stdout.resume();
      child.kill();
    }
  };
  response.once('close', abandon);
  if (response.destroyed) {
    abandon();
  }
  await Promise.all([closed, reading, writing]);
}
