import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../main.mjs', import.meta.url));
const STUBS = fileURLToPath(new URL('stubs', import.meta.url));

/**
 * Makes a small workspace in a temporary directory: stubs stand for yarn, npm, the frontend build and the portal,
 * everything else is the real launcher in real processes.
 */
export function createWorkspace(test) {
  const root = mkdtempSync(join(tmpdir(), 'groundwork-launcher-'));
  const running = new Set();
  test.after(async () => {
    await Promise.all([...running].map(run => run.stop('SIGKILL')));
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });
  cpSync(STUBS, root, { recursive: true });
  chmodSync(join(root, 'bin', 'npm'), 0o755);
  const env = createEnv(root);

  const launch = (args, extraEnv = {}) => {
    const run = createRun(
      spawn(process.execPath, [LAUNCHER, ...args], {
        cwd: root,
        env: { ...env, ...extraEnv },
      }),
    );
    running.add(run);
    return run;
  };

  return {
    root,
    env,
    launch,
    run: (args, extraEnv) => launch(args, extraEnv).ended,
    ...createFiles(root),
  };
}

function createEnv(root) {
  const env = {
    ...process.env,
    GROUNDWORK_ROOT: root,
    HOME: join(root, 'home'),
    PATH: [join(root, 'bin'), dirname(process.execPath), process.env.PATH].join(
      delimiter,
    ),
  };
  delete env.NODE_TEST_CONTEXT;
  return env;
}

function createFiles(root) {
  const at = path => join(root, path);
  return {
    at,
    write: (path, content) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
    },
    read: path => readFileSync(at(path), 'utf8'),
    exists: path => existsSync(at(path)),
    /** Lists which stubs ran, in order. */
    calls: () =>
      existsSync(at('calls.log'))
        ? readFileSync(at('calls.log'), 'utf8').trim().split('\n')
        : [],
  };
}

function createRun(child) {
  let text = '';
  const collect = chunk => {
    text += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise(resolve => {
    child.once('close', (code, signal) => resolve({ code, signal, text }));
  });
  return {
    pid: child.pid,
    ended,
    /** Resolves when the output contains the words; rejects with the output when the run ends without them. */
    until: words =>
      new Promise((resolve, reject) => {
        const look = () => text.includes(words) && resolve(text);
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
        ended.then(() =>
          reject(new Error(`Ended without '${words}':\n${text}`)),
        );
      }),
    stop: async signal => {
      child.kill(signal);
      return await ended;
    },
  };
}
