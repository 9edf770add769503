import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  captureProgram,
  forEachLine,
  stopProgram,
} from '../launcher/childProcess.mjs';
import { Problem } from '../launcher/problem.mjs';
import { pickPort } from '../launcher/testing/ports.mjs';

const USER = 'groundwork';
const START_TIMEOUT_MS = 30_000;
const READY_LINE = 'database system is ready to accept connections';
/** Its data lives for one test run, so it need not survive a power cut. */
const SPEED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts a PostgreSQL that lives as long as the tests, on a free port of this machine.
 *
 * @returns the environment under which the tests find it, and `stop`
 */
export async function startPostgres(context, postgres) {
  // A link on the PATH leads to the directory that holds the other programs of the same version.
  const program = realpathSync(postgres);
  const directory = mkdtempSync(join(tmpdir(), 'groundwork-postgres-'));
  const account = await chooseAccount(context);
  if (account) {
    chownSync(directory, account.uid, account.gid);
  }
  const password = randomBytes(16).toString('hex');
  try {
    await createCluster(context, { program, directory, account, password });
    const port = await pickPort();
    const stopServer = await startServer(context, {
      program,
      directory,
      account,
      port,
    });
    const stop = async () => {
      await stopServer();
      rmSync(directory, { recursive: true, force: true });
    };
    context.onExit(stop);
    return {
      env: await describeServer(context, { program, port, password }),
      stop,
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root: its own account takes over, or the one that owns nothing. */
async function chooseAccount(context) {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = await captureProgram(context, 'id', ['-u', name]);
    const gid = await captureProgram(context, 'id', ['-g', name]);
    if (uid.code === 0 && gid.code === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  throw new Problem(
    'PostgreSQL refuses to run as root, and there is no account to run it.',
    'Add one: adduser --system postgres',
  );
}

async function createCluster(
  context,
  { program, directory, account, password },
) {
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) {
    chownSync(passwordFile, account.uid, account.gid);
  }
  const args = [
    '-D',
    join(directory, 'data'),
    '-U',
    USER,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  const { code, stderr } = await captureProgram(
    context,
    join(dirname(program), 'initdb'),
    [...args, '--encoding=UTF8', '--locale=C', '--no-sync'],
    { cwd: directory, ...account },
  );
  if (code !== 0) {
    throw new Problem(
      'PostgreSQL cannot create a database cluster for the tests.',
      stderr,
    );
  }
}

async function startServer(context, { program, directory, account, port }) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    ...SPEED,
  ];
  const args = [
    '-D',
    join(directory, 'data'),
    '-p',
    String(port),
    ...settings.flatMap(setting => ['-c', setting]),
  ];
  const child = spawn(program, args, {
    cwd: directory,
    env: context.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...account,
  });
  try {
    await untilReady(child);
  } catch (error) {
    await stopProgram(child, { signal: 'SIGINT' });
    throw error;
  }
  // SIGINT ends it although tests may have left connections open.
  return () => stopProgram(child, { signal: 'SIGINT' });
}

function untilReady(child) {
  const lines = [];
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(
        new Problem(
          'PostgreSQL does not start for the tests.',
          lines.slice(-10).join('\n'),
        ),
      );
    const timer = setTimeout(fail, START_TIMEOUT_MS);
    child.once('error', reject);
    child.once('exit', fail);
    forEachLine(child, line => {
      lines.push(line);
      if (line.includes(READY_LINE)) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
}

async function describeServer(context, { program, port, password }) {
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
  const { stdout } = await captureProgram(context, program, ['--version']);
  const [, major] = /(\d+)/.exec(stdout.replace(/\(.*?\)/g, '')) ?? [];
  return {
    GROUNDWORK_TEST_POSTGRES_URL: url,
    // Makes Backstage's TestDatabases offer this server to every test of a store.
    [`BACKSTAGE_TEST_DATABASE_POSTGRES${major}_CONNECTION_STRING`]: url,
  };
}
