import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { ok, wrong } from './finding.mjs';
import { Problem } from './problem.mjs';

const NAME = 'var/';
/** The portal expects these to exist; it makes everything below them itself. */
const SUBDIRECTORIES = ['db', 'docs', 'git', 'log', 'work'];

/** Checks that `var/`, where the portal keeps its data, is a directory that the user may write. */
export function inspectStateDirectory({ root, paths }) {
  if (!existsSync(paths.var)) {
    return wrong(NAME, 'var/ does not exist yet.', {
      fix: {
        summary: 'create var/',
        apply: async () => createStateDirectory(paths),
      },
    });
  }
  for (const path of [
    paths.var,
    ...SUBDIRECTORIES.map(name => join(paths.var, name)),
  ]) {
    const shown = relative(root, path);
    if (existsSync(path) && !statSync(path).isDirectory()) {
      return wrong(
        NAME,
        `${shown} is not a directory, so the portal cannot keep its data there.`,
        {
          remedy: `Move it away: mv ${shown} ${shown}.old`,
        },
      );
    }
    if (existsSync(path) && !isWritable(path)) {
      return wrong(NAME, `${shown} cannot be written by you.`, {
        remedy: `Make it yours: sudo chown -R "$(id -u)" var (or free it from a read-only mount), then run this again.`,
      });
    }
  }
  return ok(NAME, 'var/ is writable');
}

/** Makes the directories in which the portal works, where they are missing. */
export function createStateDirectories({ paths }) {
  for (const name of SUBDIRECTORIES) {
    mkdirSync(join(paths.var, name), { recursive: true });
  }
}

function createStateDirectory(paths) {
  try {
    mkdirSync(paths.var, { recursive: true });
  } catch (error) {
    throw new Problem(
      `var/ cannot be created (${error.code}).`,
      'Make the repository writable for you: run sudo chown -R "$(id -u)" . in its directory.',
    );
  }
}

function isWritable(directory) {
  const probe = join(directory, `.probe-${process.pid}`);
  try {
    accessSync(directory, constants.W_OK | constants.X_OK);
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch (error) {
    // A full disk is a finding of its own, with its own remedy.
    return error.code === 'ENOSPC';
  }
}
