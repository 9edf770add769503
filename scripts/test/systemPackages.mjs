import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { captureProgram, runProgram } from '../launcher/childProcess.mjs';
import { openLog } from '../launcher/logFile.mjs';
import { Problem } from '../launcher/problem.mjs';

/** The programs that come from the operating system, each with the Debian packages that bring it. */
const PROGRAMS = {
  chromium: {
    title: 'Chromium',
    packages: ['chromium', 'fonts-liberation'],
    find: env =>
      findOnPath(env, [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
      ]),
  },
  python: {
    title: 'Python',
    packages: ['python3-venv'],
    find: env => findOnPath(env, ['python3']),
  },
  postgres: {
    title: 'PostgreSQL',
    packages: ['postgresql'],
    find: env => findDebianPostgres() ?? findOnPath(env, ['postgres']),
  },
  redis: {
    title: 'Redis',
    packages: ['redis-server'],
    find: env => findOnPath(env, ['redis-server']),
  },
};

/**
 * Finds programs of the operating system, and as root installs those that are missing.
 *
 * @returns for each name its `path`, or the `reason` why it is missing
 */
export async function requirePackages(context, names) {
  const missing = names.filter(name => !PROGRAMS[name].find(context.env));
  if (missing.length > 0 && (await canInstall(context))) {
    await install(context, missing);
  }
  return Object.fromEntries(names.map(name => [name, describe(context, name)]));
}

function describe({ env, output }, name) {
  const { title, packages, find } = PROGRAMS[name];
  const path = find(env);
  if (path) {
    return { path };
  }
  const command = `sudo apt-get install -y --no-install-recommends ${packages.join(
    ' ',
  )}`;
  output.line(`${title} is missing. To install it: ${command}`);
  return { reason: `${title} is not installed; install it with: ${command}` };
}

async function canInstall(context) {
  return (
    process.getuid?.() === 0 &&
    (await captureProgram(context, 'apt-get', ['--version'])).code === 0
  );
}

async function install(context, names) {
  const packages = names.flatMap(name => PROGRAMS[name].packages);
  const log = openLog(join(context.paths.log, 'system-packages.log'));
  const progress = context.output.startProgress(
    `Installing ${packages.join(' ')}`,
  );
  const options = {
    onLine: line => log.write(line),
    // Runlevel 1 keeps Debian from starting a database server that nobody asked for.
    env: { ...context.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  };
  const updateCode = await runProgram(context, 'apt-get', ['update'], options);
  const code = await runProgram(
    context,
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    options,
  );
  log.close();
  progress.done(code === 0 ? 'done' : 'FAILED');
  if (names.some(name => !PROGRAMS[name].find(context.env))) {
    throw new Problem(
      `apt-get could not install ${packages.join(
        ', ',
      )} (update: ${updateCode}, install: ${code}).`,
      'The reason is in var/log/system-packages.log.',
    );
  }
}

/** Debian keeps the server of each version apart from the PATH; the newest one is taken. */
function findDebianPostgres() {
  const parent = '/usr/lib/postgresql';
  const versions = existsSync(parent)
    ? readdirSync(parent).sort((a, b) => Number(b) - Number(a))
    : [];
  return versions
    .map(version => join(parent, version, 'bin', 'postgres'))
    .find(isExecutable);
}

function findOnPath(env, names) {
  const directories = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap(name => directories.map(directory => join(directory, name)))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
