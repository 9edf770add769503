import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  findFreePort,
  writeConfigFiles,
  type PortalOptions,
} from './portalOptions';

const BACKEND_DIRECTORY = path.resolve(__dirname, '../..');

/** A loaded two-core machine needs 20 s to start the portal from source. */
const START_TIMEOUT_MS = 60_000;

/** The real portal in a process of its own, for tests of what only a whole portal shows. */
export class PortalProcess {
  readonly baseUrl: string;
  readonly #child: ChildProcess;
  #output = '';

  /** Starts a portal without waiting for it. */
  static async spawn(options: PortalOptions): Promise<PortalProcess> {
    const port = await findFreePort();
    const baseUrl = `http://localhost:${port}`;
    const configFiles = await writeConfigFiles(options);
    const child = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index.ts',
        ...configFiles.flatMap(file => ['--config', file]),
      ],
      {
        cwd: BACKEND_DIRECTORY,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          ...options.env,
          APP_CONFIG_app_baseUrl: JSON.stringify(baseUrl),
          APP_CONFIG_backend_baseUrl: JSON.stringify(baseUrl),
          APP_CONFIG_backend_listen_port: String(port),
        },
      },
    );
    return new PortalProcess(baseUrl, child);
  }

  /** Starts a portal and waits until it answers. */
  static async start(options: PortalOptions): Promise<PortalProcess> {
    const portal = await PortalProcess.spawn(options);
    try {
      await portal.waitFor('readiness', async () => {
        const url = `${portal.baseUrl}/.backstage/health/v1/readiness`;
        return (await fetch(url)).ok;
      });
    } catch (error) {
      await portal.stop('SIGKILL');
      throw error;
    }
    return portal;
  }

  private constructor(baseUrl: string, child: ChildProcess) {
    this.baseUrl = baseUrl;
    this.#child = child;
    const collect = (chunk: Buffer) => {
      this.#output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
  }

  /** Everything that the process has logged. */
  get output(): string {
    return this.#output;
  }

  /** Repeats a check until it holds; a check that fails or throws counts as not yet. */
  async waitFor(what: string, check: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (this.#child.exitCode !== null) {
        throw new Error(`The portal ended before ${what}:\n${this.#output}`);
      }
      if (await check().catch(() => false)) {
        return;
      }
      await sleep(200);
    }
    throw new Error(`No ${what} in time:\n${this.#output}`);
  }

  /** Calls the portal and reads the JSON answer. */
  async request<TBody>(
    pathname: string,
    options: { token?: string; method?: string; body?: unknown } = {},
  ): Promise<{ status: number; body: TBody }> {
    const response = await fetch(`${this.baseUrl}${pathname}`, {
      method: options.method ?? (options.body ? 'POST' : 'GET'),
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...(options.token && { authorization: `Bearer ${options.token}` }),
      },
      body: options.body ? JSON.stringify(options.body) : undefined,
    });
    const text = await response.text();
    return { status: response.status, body: parseBody(text) };
  }

  /** Signs in as a persona, as the app does, once the catalog holds its user. */
  async signIn(persona: string): Promise<string> {
    let token = '';
    await this.waitFor(`sign-in as ${persona}`, async () => {
      const response = await fetch(`${this.baseUrl}/api/auth/persona/refresh`, {
        headers: { 'x-groundwork-persona': persona },
      });
      const answer = await response.json();
      token = answer.backstageIdentity?.token ?? '';
      return token !== '';
    });
    return token;
  }

  /** Waits until the catalog has read an entity, such as `component:default/app`, from its repository. */
  async waitForEntity(ref: string): Promise<void> {
    const token = await this.signIn('viewer');
    await this.waitFor(ref, async () => this.#hasEntity(ref, token));
  }

  /** Waits until an entity has left the catalog. */
  async waitUntilGone(ref: string): Promise<void> {
    const token = await this.signIn('viewer');
    await this.waitFor(
      `end of ${ref}`,
      async () => !(await this.#hasEntity(ref, token)),
    );
  }

  async #hasEntity(ref: string, token: string): Promise<boolean> {
    const place = ref.replace(':', '/');
    const { status } = await this.request(
      `/api/catalog/entities/by-name/${place}`,
      { token },
    );
    if (status !== 200 && status !== 404) {
      throw new Error(`The catalog answered ${status} about ${ref}`);
    }
    return status === 200;
  }

  /** Resolves with the exit code of a portal that ends by itself. */
  async exit(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await once(this.#child, 'exit');
    }
    return this.#child.exitCode;
  }

  /** Ends the portal: politely, or as a power cut would. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    await this.exit();
  }
}

/** MCP answers with one server-sent event, everything else with JSON. */
function parseBody(text: string) {
  const json = text.match(/^data: (.*)$/m)?.[1] ?? text;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
