import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { gitEnvironment } from '@groundwork/plugin-forge-node';
import { REPOSITORY_SETTINGS } from '../embedded/repositorySettings';
import type { GitRoute } from './gitRoute';

/** A push that was cut off ends by itself once its input ends; a signal could leave lock files behind. */
const RECEIVE_GRACE_MS = 30_000;
const KILL_GRACE_MS = 5_000;
const MAX_STDERR_CHARACTERS = 8_192;

/** What `git http-backend` is told about a request. */
export interface GitProcessOptions {
  route: GitRoute;
  /** The directory of all repositories. */
  root: string;
  method: string;
  /** Who pushes, for the log of refs. */
  remoteUser: string;
  headers: {
    contentType?: string;
    contentLength?: string;
    contentEncoding?: string;
    protocol?: string;
  };
  pushBytes: number;
}

/** One `git http-backend`, with nothing of the portal's environment. */
export class GitProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #isReceiving: boolean;
  #stderr = '';
  #isStopping = false;
  #isClosed = false;
  /** The exit code, or undefined when a signal or the system ended it. */
  readonly closed: Promise<number | undefined>;

  static start(options: GitProcessOptions): GitProcess {
    return new GitProcess(options);
  }

  private constructor(options: GitProcessOptions) {
    this.#isReceiving = options.route.service === 'git-receive-pack';
    // A process group of its own, so that stopping it stops its helpers too.
    this.#child = spawn('git', ['http-backend'], {
      cwd: options.root,
      env: gitEnvironment(cgiVariables(options), settingsFor(options)),
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    // It may end before it has read everything; its answer tells why.
    this.#child.stdin.on('error', () => undefined);
    this.#child.stderr.on('data', (chunk: Buffer) => {
      if (this.#stderr.length < MAX_STDERR_CHARACTERS) {
        this.#stderr += chunk.toString('utf8');
      }
    });
    this.closed = new Promise(resolve => {
      const end = (code?: number | null) => {
        this.#isClosed = true;
        resolve(code ?? undefined);
      };
      this.#child.on('error', () => end());
      this.#child.on('close', end);
    });
  }

  get stdin(): Writable {
    return this.#child.stdin;
  }

  get stdout(): Readable {
    return this.#child.stdout;
  }

  /** The beginning of what it complained about. */
  get stderr(): string {
    return this.#stderr.slice(0, MAX_STDERR_CHARACTERS).trim();
  }

  /** Ends it when nobody waits for its answer any more. */
  stop(): void {
    if (this.#isStopping || this.#isClosed) {
      return;
    }
    this.#isStopping = true;
    this.#child.stdin.destroy();
    this.#child.stdout.resume();
    const grace = this.#isReceiving ? RECEIVE_GRACE_MS : 0;
    setTimeout(() => this.#signal('SIGTERM'), grace).unref();
    setTimeout(() => this.#signal('SIGKILL'), grace + KILL_GRACE_MS).unref();
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#isClosed || this.#child.pid === undefined) {
      return;
    }
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // It has just ended.
    }
  }
}

function cgiVariables(options: GitProcessOptions): Record<string, string> {
  const { route, headers } = options;
  const operation = route.isAdvertisement ? 'info/refs' : route.service;
  return {
    GATEWAY_INTERFACE: 'CGI/1.1',
    SERVER_PROTOCOL: 'HTTP/1.1',
    GIT_PROJECT_ROOT: options.root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${route.namespace}/${route.name}.git/${operation}`,
    QUERY_STRING: route.isAdvertisement ? `service=${route.service}` : '',
    REQUEST_METHOD: options.method,
    REMOTE_USER: options.remoteUser,
    ...(headers.contentType && { CONTENT_TYPE: headers.contentType }),
    // Unset with a chunked body, which is then read to its end.
    ...(headers.contentLength && { CONTENT_LENGTH: headers.contentLength }),
    ...(headers.contentEncoding && {
      HTTP_CONTENT_ENCODING: headers.contentEncoding,
    }),
    ...(headers.protocol && { GIT_PROTOCOL: headers.protocol }),
  };
}

function settingsFor({
  pushBytes,
}: GitProcessOptions): (readonly [string, string])[] {
  return [
    ...REPOSITORY_SETTINGS,
    // Several clones at once share the memory.
    ['pack.windowMemory', '64m'],
    ['http.getanyfile', 'false'],
    ['http.receivepack', 'true'],
    ['http.uploadarchive', 'false'],
    // Counts what a compressed body inflates to.
    ['receive.maxInputSize', String(pushBytes)],
    // Each push is one pack, which needs little memory whatever it inflates to.
    ['receive.unpackLimit', '1'],
    // The directory may belong to another user of the machine, as mounted volumes do.
    ['safe.directory', '*'],
  ];
}
