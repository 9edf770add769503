import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureProgram } from './childProcess.mjs';
import { ok, wrong } from './finding.mjs';
import { requireStopped } from './instance.mjs';
import { findRuntime } from './runtime.mjs';
import { timestamp } from './timestamp.mjs';

const NAME = 'databases';
const QUICK_CHECK = fileURLToPath(new URL('quickCheck.mjs', import.meta.url));
/** What SQLite keeps beside a database; a log replayed into another database would damage that one. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** Checks that every local database can be read, and is whole. */
export async function inspectDatabases(context) {
  const { root, paths } = context;
  const files = listDatabases(paths.database);
  const locked = files
    .filter(file => !isDirectory(file))
    .flatMap(listWithCompanions)
    .filter(file => !isAccessible(file));
  if (locked.length > 0) {
    return describeLocked(context, locked);
  }
  const damaged = [
    ...files
      .filter(isDirectory)
      .map(file => ({ file, damage: 'it is a directory' })),
    ...(await runQuickCheck(
      context,
      files.filter(file => !isDirectory(file)),
    )),
  ];
  if (damaged.length === 0) {
    return ok(NAME, files.length > 0 ? `${files.length} readable` : 'none yet');
  }
  const [{ file, damage }] = damaged;
  const more = damaged.length > 1 ? ` (and ${damaged.length - 1} more)` : '';
  return wrong(
    NAME,
    `The database ${relative(root, file)}${more} is damaged: ${damage}.`,
    {
      fix: {
        summary:
          'move it to var/damaged/; the portal begins a new one, and nothing is deleted',
        apply: () =>
          setAside(
            context,
            damaged.map(entry => entry.file),
          ),
      },
    },
  );
}

function listDatabases(directory) {
  return existsSync(directory)
    ? readdirSync(directory)
        .filter(name => name.endsWith('.sqlite'))
        .map(name => join(directory, name))
    : [];
}

function listWithCompanions(file) {
  return COMPANIONS.map(suffix => `${file}${suffix}`).filter(existsSync);
}

async function runQuickCheck(context, files) {
  if (files.length === 0) {
    return [];
  }
  const { node } = findRuntime(context) ?? { node: process.execPath };
  const { stdout } = await captureProgram(context, node, [
    '--no-warnings',
    QUICK_CHECK,
    ...files,
  ]);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}

async function setAside(context, files) {
  const { root, paths, output } = context;
  await requireStopped(context);
  const target = join(paths.damaged, timestamp());
  mkdirSync(target, { recursive: true });
  for (const file of files) {
    for (const companion of listWithCompanions(file)) {
      renameSync(companion, join(target, basename(companion)));
    }
    output.line(
      `Moved the damaged ${relative(root, file)} to ${relative(
        root,
        target,
      )}/.`,
    );
  }
}

function describeLocked({ root }, [file]) {
  const shown = relative(root, file);
  const isOwn = statSync(file).uid === process.getuid?.();
  return wrong(
    NAME,
    `The database ${shown} may not be read and written by you.`,
    {
      remedy: isOwn
        ? `Run ./groundwork doctor --fix, or: chmod u+rw ${shown}`
        : 'Make it yours: sudo chown -R "$(id -u)" var, then run this again.',
      fix: isOwn
        ? {
            summary: `make ${shown} readable and writable for you`,
            apply: async () => chmodSync(file, 0o600),
            isManual: true,
          }
        : undefined,
    },
  );
}

function isDirectory(path) {
  return statSync(path).isDirectory();
}

function isAccessible(path) {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
