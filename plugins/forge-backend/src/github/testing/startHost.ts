import { inspect } from 'node:util';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ForgeEvents, type ForgeEvent } from '@groundwork/plugin-forge-node';
import type { Patience } from '../api/GithubClient';
import {
  GithubForgeHost,
  type GithubForgeHostOptions,
} from '../GithubForgeHost';
import { GithubFake } from './GithubFake';

/** Who acts in the tests. */
export const DANA = {
  ref: 'user:default/dana.okafor',
  signature: { name: 'Dana Okafor', email: 'dana@example.com' },
};

/** Fast enough for tests, and with the same proportions. */
const IMPATIENT: Partial<Patience> = {
  attemptMs: 5_000,
  totalMs: 2_000,
  pauseMs: 5,
};

/** A fake, a host that talks to it, and what came of it. */
export interface Stage {
  fake: GithubFake;
  host: GithubForgeHost;
  events: ForgeEvent[];
  /** Everything that was logged. */
  logs: string[];
  /** Another host with the same fake, such as another replica has. */
  createHost(options?: Partial<GithubForgeHostOptions>): GithubForgeHost;
  stop(): Promise<void>;
}

/** Starts a fake and a host that has a token or an App there. */
export async function startHost(
  options: {
    credentials?: 'token' | 'app';
  } & Partial<GithubForgeHostOptions> = {},
): Promise<Stage> {
  const { credentials = 'token', ...rest } = options;
  const fake = await GithubFake.start(['acme', 'umbrella']);
  const events: ForgeEvent[] = [];
  const logs: string[] = [];
  const logger = createLogger(logs);
  const emitter = ForgeEvents.create({ logger });
  for (const type of ['push', 'repository', 'change'] as const) {
    emitter.on(type, event => {
      events.push(event);
    });
  }
  const { accounts } = fake.world;
  const createHost = (more: Partial<GithubForgeHostOptions> = {}) =>
    GithubForgeHost.create({
      integration: {
        host: 'ghe.example.com',
        apiBaseUrl: fake.world.apiUrl,
        ...(credentials === 'app'
          ? { apps: [accounts.app] }
          : { token: accounts.addToken('portal') }),
      },
      organizations: ['acme'],
      areApprovalsAllowed: false,
      events: emitter,
      logger,
      patience: IMPATIENT,
      ...rest,
      ...more,
    });
  return {
    fake,
    host: createHost(),
    events,
    logs,
    createHost,
    stop: () => fake.stop(),
  };
}

/** Runs a task with a directory of files, and removes it. */
export async function withFiles<T>(
  files: Record<string, string | Buffer>,
  task: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'github-files-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await task(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Collects what is logged, with everything that hangs on an error. */
export function createLogger(logs: string[]): LoggerService {
  const log = (message: string, meta?: unknown) => {
    logs.push(`${message} ${inspect(meta, { depth: 10, showHidden: true })}`);
  };
  const logger: LoggerService = {
    debug: log,
    info: log,
    warn: log,
    error: log,
    child: () => logger,
  };
  return logger;
}
