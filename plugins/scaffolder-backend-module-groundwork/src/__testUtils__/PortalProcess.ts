import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { putRepository } from './putRepository';
import { eventually } from './tasks';
import { writeTemplate } from './writeTemplate';

const PACKAGE = resolve(__dirname, '../..');

/** A portal that can be killed, and started again on what it left. */
export class PortalProcess {
  /** Everything that it keeps is below. */
  readonly directory: string;
  readonly #port: number;
  #child?: ChildProcess;
  #output = '';

  /** Prepares a portal whose forge has the repository of one template, `probe`, and does not start it yet. */
  static async prepare(
    template: Parameters<typeof writeTemplate>[1],
  ): Promise<PortalProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'create-process-'));
    await Promise.all(['work', 'db'].map(name => mkdir(join(directory, name))));
    await putRepository(
      join(directory, 'git/groundwork/templates.git'),
      await writeTemplate(directory, template),
    );
    return new PortalProcess(directory, await findFreePort());
  }

  private constructor(directory: string, port: number) {
    this.directory = directory;
    this.#port = port;
  }

  /** Starts the process and waits until it answers, or has been killed again. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/__testUtils__/crashingPortal.ts',
        ...[this.directory, String(this.#port)],
      ],
      { cwd: PACKAGE, env: { ...process.env, NODE_ENV: 'development' } },
    );
    const collect = (chunk: Buffer) => {
      this.#output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    this.#child = child;
    await eventually('The start of the portal', async () => {
      if (child.exitCode !== null) {
        throw new Error(`The portal ended: ${this.#output}`);
      }
      if (child.signalCode !== null) {
        return true;
      }
      const url = `http://127.0.0.1:${
        this.#port
      }/.backstage/health/v1/readiness`;
      return fetch(url).then(
        ({ ok }) => ok || undefined,
        () => undefined,
      );
    });
  }

  /** Everything that all its processes have logged. */
  get output(): string {
    return this.#output;
  }

  /** Calls the portal as a user. */
  async request<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header('user:default/dana.okafor'),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${path} answered ${await response.text()}`);
    }
    return response.json();
  }

  /** Waits for the process to die by itself. */
  async died(): Promise<string | undefined> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
    return child?.signalCode ?? undefined;
  }

  /** Waits until the catalog has the template, and creates from it. */
  async createTask(
    values: JsonObject,
    secrets?: Record<string, string>,
  ): Promise<string> {
    const path = '/api/catalog/entities/by-name/template/default/probe';
    await eventually('The template', () =>
      this.request<object>(path).catch(() => undefined),
    );
    const { id } = await this.request<{ id: string }>(
      '/api/scaffolder/v2/tasks',
      { templateRef: 'template:default/probe', values, secrets },
    );
    return id;
  }

  /** Waits until a task has ended. */
  async awaitTask(id: string): Promise<{ status: string }> {
    return eventually('The end of the task', async () => {
      const task = await this.request<{ status: string }>(
        `/api/scaffolder/v2/tasks/${id}`,
      );
      return ['open', 'processing'].includes(task.status) ? undefined : task;
    });
  }

  /** Ends the process, and removes what the portal kept. */
  async remove(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.died();
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) {
    throw new Error('No free port on 127.0.0.1');
  }
  return address.port;
}
