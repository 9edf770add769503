import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pickPort } from '../../scripts/launcher/testing/ports.mjs';

const BACKEND = fileURLToPath(
  new URL('../../packages/backend', import.meta.url),
);
const FAULTS = fileURLToPath(new URL('faults.cjs', import.meta.url));

/** Ten times what a start, or a creation after a kill, takes on two cores that do other work. */
const PATIENCE_MS = 300_000;

/** The real portal, which can be killed and started again on what it left. */
export class Portal {
  #child;
  #configFile;
  #directory;
  #port;
  #token;

  /** Prepares a portal that keeps everything below a directory. */
  static async prepare(directory) {
    const port = await pickPort();
    const configFile = path.join(directory, 'app-config.json');
    await mkdir(path.join(directory, 'work'));
    await writeFile(configFile, JSON.stringify(createConfig(directory, port)));
    return new Portal(directory, configFile, port);
  }

  constructor(directory, configFile, port) {
    this.#directory = directory;
    this.#configFile = configFile;
    this.#port = port;
  }

  get isRunning() {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts the process and signs in. */
  async start() {
    this.#child = spawn(
      process.execPath,
      [
        ...['--require', FAULTS],
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/index.ts',
        ...['--config', '../../app-config.yaml', '--config', this.#configFile],
      ],
      {
        cwd: BACKEND,
        env: { ...process.env, NODE_ENV: 'development' },
        stdio: 'pipe',
      },
    );
    const log = createWriteStream(path.join(this.#directory, 'portal.log'), {
      flags: 'a',
    });
    this.#child.stdout.pipe(log, { end: false });
    this.#child.stderr.pipe(log, { end: false });
    this.#child.once('exit', (code, signal) =>
      log.end(`The process ended with ${signal ?? code}\n`),
    );
    await this.waitFor('the start', () => this.#signIn());
  }

  /** Starts the process again if it was killed. */
  async revive() {
    if (!this.isRunning) {
      await this.start();
    }
  }

  /** Has a fault strike after so many operations, and returns how to ask whether it has. */
  arm(fault) {
    const child = this.#child;
    let hasStruck = false;
    child.stderr.on('data', text => {
      hasStruck ||= String(text).includes(`The fault ${fault.fault} strikes`);
    });
    child.stdin.write(`${JSON.stringify(fault)}\n`);
    return () => hasStruck || child.signalCode === 'SIGKILL';
  }

  /** Lets no fault strike any more. */
  disarm() {
    if (this.isRunning) {
      this.#child.stdin.write(`${JSON.stringify({ fault: 'none' })}\n`);
    }
  }

  /** Calls the portal as a developer. */
  async request(pathname, body) {
    const response = await fetch(`http://localhost:${this.#port}${pathname}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(
        `${pathname} answered ${response.status}: ${answer.error?.message}`,
      );
    }
    return answer;
  }

  /** Repeats a check until it gives something; one that throws gives nothing yet. */
  async waitFor(what, check) {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const found = await check().catch(() => undefined);
      if (found !== undefined) {
        return found;
      }
      await sleep(500);
    }
    throw new Error(`${what} did not come; see portal.log`);
  }

  /** Waits until the process is gone. */
  async waitForEnd() {
    if (this.isRunning) {
      await once(this.#child, 'exit');
    }
  }

  /** Ends the process as a power cut would. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.waitForEnd();
  }

  async #signIn() {
    const response = await fetch(
      `http://localhost:${this.#port}/api/auth/persona/refresh`,
      { headers: { 'x-groundwork-persona': 'developer' } },
    );
    const { backstageIdentity } = await response.json();
    this.#token = backstageIdentity?.token;
    return this.#token;
  }
}

function createConfig(directory, port) {
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port },
      workingDirectory: path.join(directory, 'work'),
      database: { connection: { directory: path.join(directory, 'db') } },
    },
    forge: { embedded: { directory: path.join(directory, 'git') } },
    groundwork: { examples: false, docs: { buildAtStart: false } },
    lineage: { basesDirectory: path.join(directory, 'bases.git') },
    // The default of 30 s is for machines that sleep.
    scaffolder: { taskRecovery: { staleTimeout: { seconds: 5 } } },
    techdocs: {
      publisher: { local: { publishDirectory: path.join(directory, 'docs') } },
    },
  };
}
