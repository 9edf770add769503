import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const ANSI_SEQUENCE = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Removes colours and cursor movements, which are noise in a file. */
export function stripAnsi(text) {
  return text.replace(ANSI_SEQUENCE, '');
}

/**
 * Opens a log for one run; the log of the run before stays beside it as `<name>.1`.
 *
 * @remarks Writes are synchronous so that the last words of a program that crashes are on disk.
 */
export function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) {
    renameSync(path, `${path}.1`);
  }
  const descriptor = openSync(path, 'a');
  return {
    path,
    write: line => writeUnlessFull(descriptor, `${stripAnsi(line)}\n`),
    close: () => closeSync(descriptor),
  };
}

/** A full disk costs lines of the log, not the program that is being logged. */
function writeUnlessFull(descriptor, text) {
  try {
    writeSync(descriptor, text);
  } catch (error) {
    if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') {
      throw error;
    }
  }
}

/** Reads the last lines of a log, for a message about why something failed. */
export function readLogTail(path, count) {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.slice(-count);
}
