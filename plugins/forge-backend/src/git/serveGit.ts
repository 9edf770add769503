import { Transform, type Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { pipeCgiResponse } from './cgiResponse';
import type { GitLimits } from './GitLimits';
import { GitProcess } from './GitProcess';
import type { GitRoute } from './gitRoute';

/** What is served, where from, and for whom. */
export interface ServeGitOptions {
  route: GitRoute;
  root: string;
  remoteUser: string;
  limits: GitLimits;
}

/** How a request of Git ended. */
export interface GitOutcome {
  exitCode?: number;
  stderr: string;
}

/** Connects a request to a Git process in both directions, and returns when the process has ended. */
export async function serveGit(
  request: Request,
  response: Response,
  options: ServeGitOptions,
): Promise<GitOutcome> {
  const { limits, route } = options;
  const git = GitProcess.start({
    route,
    root: options.root,
    method: request.method,
    remoteUser: options.remoteUser,
    headers: {
      contentType: request.get('content-type'),
      contentLength: request.get('content-length'),
      contentEncoding: request.get('content-encoding'),
      protocol: readProtocol(request),
    },
    pushBytes: limits.pushBytes,
  });
  const abort = (status: number, message: string) => {
    git.stop();
    endWithProblem(response, { status, message });
  };
  const watch = watchTime(limits, abort);
  response.on('close', () => git.stop());

  countBytes(request, limits.pushBytes, {
    onBytes: watch.touch,
    onTooMany: () =>
      abort(413, `A push may have at most ${limits.pushBytes} bytes`),
  }).pipe(git.stdin);
  git.stdout.on('data', watch.touch);
  pipeCgiResponse(git.stdout, response).catch(() =>
    abort(500, 'Git did not answer'),
  );

  try {
    return { exitCode: await git.closed, stderr: git.stderr };
  } finally {
    watch.stop();
  }
}

/** The header goes into the environment of the process, so only what Git defines goes through. */
function readProtocol(request: Request): string | undefined {
  const protocol = request.get('git-protocol');
  return protocol && /^[a-z0-9=:.-]{1,64}$/.test(protocol)
    ? protocol
    : undefined;
}

function countBytes(
  source: Readable,
  limit: number,
  on: { onBytes: () => void; onTooMany: () => void },
): Readable {
  let count = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      on.onBytes();
      if (count > limit) {
        source.unpipe(counter);
        on.onTooMany();
        return;
      }
      done(undefined, chunk);
    },
  });
  return source.pipe(counter);
}

function watchTime(
  { durationMs, idleMs }: GitLimits,
  abort: (status: number, message: string) => void,
) {
  const whole = setTimeout(
    () => abort(408, 'The request took too long'),
    durationMs,
  );
  const idle = setTimeout(() => abort(408, 'The line went silent'), idleMs);
  return {
    touch: () => void idle.refresh(),
    stop: () => {
      clearTimeout(whole);
      clearTimeout(idle);
    },
  };
}

/** Says what went wrong while that is still possible, and cuts the connection otherwise. */
function endWithProblem(
  response: Response,
  problem: { status: number; message: string },
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // The rest of the request is not read, so the connection cannot be used again.
  response
    .status(problem.status)
    .set('Connection', 'close')
    .type('text/plain')
    .send(`${problem.message}\n`);
}
