import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Reads the fingerprint that the last complete run of a step left, if there is one. */
export function readStamp(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  }
}

/** Records that a step is complete; until this is called, the step counts as never done. */
export function writeStamp(path, fingerprint) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${fingerprint}\n`);
  renameSync(`${path}.new`, path);
}

/** Forgets that a step was complete, before it is done again. */
export function removeStamp(path) {
  rmSync(path, { force: true });
}
