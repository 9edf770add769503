/*
 * Checks SQLite files in a process of its own: `node quickCheck.mjs <file>…` prints one JSON object per damaged file.
 * Runs on the portal's Node, because the machine's own Node may have no SQLite, and a damaged file must not take the launcher down.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';

const HEADER = 'SQLite format 3\u0000';
/** The first bytes of a write-ahead log, for either byte order of its checksums. */
const LOG_HEADERS = ['\x37\x7f\x06\x82', '\x37\x7f\x06\x83'];
/** SQLITE_CORRUPT and SQLITE_NOTADB; other errors (busy, no permission) say nothing about the content. */
const DAMAGE_CODES = [11, 26];

process.removeAllListeners('warning');
const DatabaseSync = loadDatabaseSync();

for (const file of process.argv.slice(2)) {
  const finding = findDamage(file);
  if (finding) {
    process.stdout.write(`${JSON.stringify(finding)}\n`);
  }
}

function findDamage(file) {
  if (!isEmpty(file) && readHeader(file, HEADER.length) !== HEADER) {
    return { file, damage: 'it is not an SQLite database' };
  }
  const log = `${file}-wal`;
  // SQLite overwrites a log that it does not recognise, and with it what somebody might still read out of it.
  if (!isEmpty(log) && !LOG_HEADERS.includes(readHeader(log, 4))) {
    return { file: log, damage: 'it is not a log of SQLite' };
  }
  const damage =
    DatabaseSync && !isEmpty(file) ? runQuickCheck(file) : undefined;
  return damage && { file, damage };
}

function isEmpty(file) {
  return !existsSync(file) || statSync(file).size === 0;
}

function runQuickCheck(file) {
  let database;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const { quick_check: result } = database
      .prepare('PRAGMA quick_check(1)')
      .get();
    return result === 'ok' ? undefined : result.split('\n').at(-1);
  } catch (error) {
    return DAMAGE_CODES.includes(error.errcode & 0xff)
      ? error.message
      : undefined;
  } finally {
    database?.close();
  }
}

function readHeader(file, length) {
  const buffer = Buffer.alloc(length);
  const descriptor = openSync(file, 'r');
  readSync(descriptor, buffer);
  closeSync(descriptor);
  return buffer.toString('latin1');
}

function loadDatabaseSync() {
  try {
    return createRequire(import.meta.url)('node:sqlite').DatabaseSync;
  } catch {
    // Early releases of Node 22 have it only behind a flag; the header still tells the most common damage.
    return undefined;
  }
}
