import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pickPort } from '../../scripts/launcher/testing/ports.mjs';

const BACKEND = fileURLToPath(
  new URL('../../packages/backend', import.meta.url),
);

/** Ten times what 10,000 entities take on two cores. */
const PATIENCE_MS = 600_000;

/**
 * Starts a backend on a database, a catalog and repositories of its own.
 *
 * @param options.directory - where everything of it goes, its log included
 * @param options.location - the file with the entities
 * @param options.config - goes over the part `catalog` of the portal's configuration
 * @param options.extraConfig - goes over all of it
 * @param options.entry - what to run instead of the real backend
 */
export async function startPortal({
  directory,
  location,
  config,
  extraConfig = {},
  entry = 'src/index.ts',
}) {
  const port = await pickPort();
  const token = randomBytes(16).toString('hex');
  const configFiles = await writeConfigFiles(directory, [
    createConfig({ directory, location, port, token, config }),
    extraConfig,
  ]);
  const files = ['../../app-config.yaml', ...configFiles];
  const child = spawn(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs', entry],
      ...files.flatMap(file => ['--config', file]),
    ],
    { cwd: BACKEND, env: { ...process.env, NODE_ENV: 'development' } },
  );
  const log = createWriteStream(path.join(directory, 'portal.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return new Portal(child, { baseUrl: `http://localhost:${port}`, token });
}

/** A backend that runs. */
class Portal {
  #child;
  #token;

  constructor(child, { baseUrl, token }) {
    this.#child = child;
    this.#token = token;
    this.baseUrl = baseUrl;
  }

  get pid() {
    return this.#child.pid;
  }

  /** Reads a page, or posts a body as JSON; anything but success is an error. */
  async fetchText(pathname, { body, headers } = {}) {
    const response = await fetch(`${this.baseUrl}${pathname}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${pathname} answered ${response.status}`);
    }
    return response.text();
  }

  async request(pathname, options) {
    return JSON.parse(await this.fetchText(pathname, options));
  }

  /** Repeats a check until it holds; one that throws counts as not yet. */
  async waitFor(check) {
    const deadline = Date.now() + PATIENCE_MS;
    while (this.#child.exitCode === null && Date.now() < deadline) {
      if (await check().catch(() => false)) {
        return;
      }
      await sleep(250);
    }
    throw new Error('The portal ended or made no progress; see its log');
  }

  stop() {
    this.#child.kill('SIGKILL');
  }
}

async function writeConfigFiles(directory, contents) {
  return Promise.all(
    contents.map(async (content, index) => {
      const file = path.join(directory, `app-config-${index}.json`);
      await writeFile(file, JSON.stringify(content));
      return file;
    }),
  );
}

function createConfig({ directory, location, port, token, config }) {
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port },
      workingDirectory: directory,
      database: { connection: { directory } },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'benchmark' } },
        ],
      },
    },
    forge: {
      embedded: { directory: path.join(directory, 'git'), seeds: null },
    },
    lineage: { basesDirectory: path.join(directory, 'bases.git') },
    techdocs: {
      publisher: {
        local: { publishDirectory: path.join(directory, 'docs') },
      },
    },
    catalog: {
      ...config,
      locations: [
        {
          type: 'file',
          target: location,
          rules: [
            { allow: ['Component', 'API', 'System', 'Group', 'Location'] },
          ],
        },
      ],
    },
  };
}
