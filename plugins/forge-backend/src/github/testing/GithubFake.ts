import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import express, { type Request, type Response } from 'express';
import { runGitForResult } from '@groundwork/plugin-forge-node';
import { accountRoutes } from './accountRoutes';
import { FakeRefusal, notFound, type FakeAnswer } from './answers';
import { contentRoutes } from './contentRoutes';
import type { FaultRule, SeenRequest } from './FakeFaults';
import { matchPath, type FakeRoute } from './FakeRoute';
import { FakeWorld } from './FakeWorld';
import { gitDatabaseRoutes } from './gitDatabaseRoutes';
import { pullRoutes } from './pullRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { serveFakeGit } from './serveFakeGit';

/** Where the API is on a host of GitHub Enterprise. */
const API = '/api/v3';

const ROUTES: readonly FakeRoute[] = [
  ...accountRoutes,
  ...repositoryRoutes,
  ...gitDatabaseRoutes,
  ...contentRoutes,
  ...pullRoutes,
];

/**
 * A GitHub host on the loopback address, for tests: its REST API as the documentation describes it, and Git over HTTP.
 *
 * @remarks
 * It answers no more than is documented, and remembers each request that the documentation does not allow in
 * `violations`, which every test expects to be empty.
 */
export class GithubFake {
  readonly world: FakeWorld;
  readonly requests: SeenRequest[] = [];
  readonly violations: string[] = [];
  /** Decides which requests go wrong. */
  fault: FaultRule = () => undefined;
  readonly #server: Server;
  readonly #inProgress = new Set<Promise<void>>();

  static async start(
    organizations: readonly string[] = ['acme'],
  ): Promise<GithubFake> {
    const root = await mkdtemp(join(tmpdir(), 'github-fake-'));
    const fake = new GithubFake(FakeWorld.create({ organizations, root }));
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = fake.#server.address() as AddressInfo;
    fake.world.baseUrl = `http://127.0.0.1:${port}`;
    fake.world.apiUrl = `${fake.world.baseUrl}${API}`;
    fake.world.codeloadUrl = `http://localhost:${port}`;
    return fake;
  }

  private constructor(world: FakeWorld) {
    this.world = world;
    const app = express();
    app.disable('x-powered-by').disable('etag');
    app.use((request, response) => {
      const serving = this.#serve(request, response)
        .catch(error => {
          // A client that has gone away is none of the fake's business.
          if (!request.socket.destroyed) {
            this.violations.push(`The fake itself failed: ${error.stack}`);
          }
          response.destroy();
        })
        .finally(() => this.#inProgress.delete(serving));
      this.#inProgress.add(serving);
    });
    this.#server = createServer(app);
  }

  /** Stops the server and removes its repositories. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    await Promise.all(this.#inProgress);
    await rm(this.world.root, { recursive: true, force: true });
  }

  /** The requests of a method below a path, for what a test asserts on. */
  count(method: string, path: RegExp): number {
    return this.requests.filter(
      request => request.method === method && path.test(request.path),
    ).length;
  }

  async #serve(request: Request, response: Response): Promise<void> {
    const url = new URL(request.originalUrl, this.world.baseUrl);
    const seen: SeenRequest = {
      number: this.requests.length + 1,
      method: request.method,
      path: url.pathname.replace(API, ''),
    };
    this.requests.push(seen);
    const fault = await this.fault(seen);
    if (fault?.type === 'cut' && !fault.isCarriedOut) {
      request.socket.destroy();
      return;
    }
    if (fault?.type === 'answer') {
      seen.status = this.#send(request, response, fault.answer);
      return;
    }
    if (!url.pathname.startsWith(API)) {
      await this.#serveFiles(request, response, url);
      seen.status = response.statusCode;
      return;
    }
    const answer = await this.#answer(request, url);
    if (fault?.type === 'cut') {
      request.socket.destroy();
      return;
    }
    const sent = fault?.type === 'lie' ? fault.answer : answer;
    seen.status = this.#send(request, response, sent);
  }

  async #serveFiles(
    request: Request,
    response: Response,
    url: URL,
  ): Promise<void> {
    const [, ticket] = /^\/_codeload\/(.+)$/.exec(url.pathname) ?? [];
    if (!ticket) {
      await serveFakeGit(this.world, request, response);
      return;
    }
    if (request.headers.authorization) {
      this.violations.push('The token was sent to the host of the archives');
    }
    const archive = this.world.tickets.get(ticket);
    if (!archive) {
      response.status(404).end();
      return;
    }
    const { repository, sha } = archive;
    const prefix = `${repository.fullName.replace('/', '-')}-${sha.slice(
      0,
      7,
    )}/`;
    const { stdout } = await runGitForResult(
      ['archive', '--format=tar', `--prefix=${prefix}`, sha],
      { cwd: repository.directory },
    );
    response.type('application/x-gzip');
    const gzip = createGzip();
    gzip.pipe(response);
    gzip.end(stdout);
  }

  async #answer(request: Request, url: URL): Promise<FakeAnswer> {
    try {
      return await this.#dispatch(request, url);
    } catch (error) {
      if (error instanceof FakeRefusal) {
        return error.answer;
      }
      throw error;
    }
  }

  async #dispatch(request: Request, url: URL): Promise<FakeAnswer> {
    const { accounts } = this.world;
    const { authorization } = request.headers;
    const path = url.pathname.slice(API.length);
    this.#checkHeaders(request);
    const text = await readText(request);
    if (path.startsWith('/app/')) {
      return this.#answerApp(request, path);
    }
    const caller = accounts.authenticate(authorization);
    const moved = this.#findMoved(path, url);
    if (moved) {
      return moved;
    }
    const { route, params } = this.#findRoute(
      request.method,
      this.#resolveId(path),
    );
    this.#checkQuery(request, url, route);
    const body = this.#readBody(request, text, route);
    return route.handle({ world: this.world, caller, url, params, body });
  }

  #answerApp(request: Request, path: string): FakeAnswer {
    const { accounts } = this.world;
    accounts.checkJwt(request.headers.authorization);
    if (request.method === 'GET' && path === '/app/installations') {
      return accounts.listInstallations();
    }
    const match = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path);
    if (request.method === 'POST' && match) {
      return accounts.createInstallationToken(Number(match[1]));
    }
    throw this.#reject(404, `${request.method} ${path} is not documented`);
  }

  #checkHeaders(request: Request): void {
    const agent = request.headers['user-agent'];
    if (!agent) {
      this.violations.push('A request has no User-Agent');
      throw new FakeRefusal(403, 'Request forbidden by administrative rules.');
    }
    if (!/application\/vnd\.github[.+]/.test(request.headers.accept ?? '')) {
      this.violations.push(`A request accepts ${request.headers.accept}`);
    }
    const version = request.headers['x-github-api-version'];
    const isOwn = agent.startsWith('groundwork');
    if (isOwn ? version !== '2022-11-28' : version !== undefined) {
      throw this.#reject(400, `X-GitHub-Api-Version is ${version}`);
    }
  }

  #findMoved(path: string, url: URL): FakeAnswer | undefined {
    const [, owner, name, rest] =
      /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const moved =
      name &&
      !this.world.find(owner, name) &&
      this.world.repositories.find(
        candidate =>
          candidate.owner === owner && candidate.formerNames.includes(name),
      );
    return moved
      ? {
          status: 301,
          headers: {
            location: `${this.world.apiUrl}/repositories/${moved.id}${
              rest ?? ''
            }${url.search}`,
          },
          body: { message: 'Moved Permanently' },
        }
      : undefined;
  }

  /** A redirect names a repository by its number. */
  #resolveId(path: string): string {
    return path.replace(/^\/repositories\/(\d+)/, (whole, id) => {
      const found = this.world.repositories.find(
        repository => String(repository.id) === id,
      );
      return found ? `/repos/${found.fullName}` : whole;
    });
  }

  #findRoute(
    method: string,
    path: string,
  ): { route: FakeRoute; params: Record<string, string> } {
    for (const route of ROUTES) {
      const params = matchPath(route.path, path);
      if (params && route.method === method) {
        return { route, params };
      }
    }
    throw this.#reject(404, `${method} ${path} is not documented`);
  }

  #checkQuery(request: Request, url: URL, route: FakeRoute): void {
    for (const name of url.searchParams.keys()) {
      if (!route.query.includes(name)) {
        this.violations.push(
          `${request.method} ${route.path} has no parameter '${name}'`,
        );
      }
    }
  }

  #readBody(request: Request, text: string, route: FakeRoute): unknown {
    if (!route.body) {
      if (text) {
        throw this.#reject(400, `${request.method} ${route.path} has no body`);
      }
      return undefined;
    }
    if (!/^application\/json/.test(request.headers['content-type'] ?? '')) {
      throw this.#reject(415, `${route.path} was not sent JSON`);
    }
    const result = route.body.safeParse(JSON.parse(text));
    if (!result.success) {
      throw this.#reject(
        422,
        `${request.method} ${route.path}: ${result.error.message}`,
      );
    }
    return result.data;
  }

  #reject(status: number, violation: string): FakeRefusal {
    this.violations.push(violation);
    return status === 404 ? notFound() : new FakeRefusal(status, violation);
  }

  #send(request: Request, response: Response, answer: FakeAnswer): number {
    const { status, body, headers } = answer;
    const isText = typeof body === 'string';
    const text = isText ? body : JSON.stringify(body);
    const etag = `W/"${createHash('sha256')
      .update(text ?? '')
      .digest('hex')}"`;
    response.set({
      'x-github-request-id': `FAKE:${this.requests.length}`,
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '4999',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
      ...(body !== undefined &&
        !isText && { 'content-type': 'application/json; charset=utf-8' }),
      ...headers,
    });
    if (request.method === 'GET' && status === 200) {
      response.set('etag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.status(304).end();
        return 304;
      }
    }
    response.status(status).end(text);
    return status;
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
