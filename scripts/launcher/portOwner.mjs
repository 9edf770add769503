import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { captureProgram } from './childProcess.mjs';
import { nameProcess } from './processIdentity.mjs';

/** The kernel's number for a socket that waits for connections, in /proc/net/tcp. */
const LISTENING = '0A';

/** Names the process that listens on a port, as far as the user may know it. */
export async function findPortOwner(context, port) {
  const pid = existsSync('/proc/net/tcp')
    ? findPidByProc(port)
    : await findPidByLsof(context, port);
  return pid === undefined
    ? undefined
    : `${nameProcess(pid) ?? 'a program'} (process ${pid})`;
}

function findPidByProc(port) {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(table =>
    listListeningInodes(table, port),
  );
  const targets = new Set(inodes.map(inode => `socket:[${inode}]`));
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const pid =
    targets.size > 0
      ? pids.find(candidate => holdsOne(candidate, targets))
      : undefined;
  return pid === undefined ? undefined : Number(pid);
}

function listListeningInodes(table, port) {
  if (!existsSync(table)) {
    return [];
  }
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync(table, 'utf8')
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .filter(
      ([, local, , state]) => local?.endsWith(suffix) && state === LISTENING,
    )
    .map(fields => fields[9]);
}

function holdsOne(pid, targets) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(fd =>
      targets.has(readLink(`/proc/${pid}/fd/${fd}`)),
    );
  } catch {
    // Another user's process, or one that ended meanwhile: it stays unnamed.
    return false;
  }
}

function readLink(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

async function findPidByLsof(context, port) {
  const { stdout } = await captureProgram(context, 'lsof', [
    '-nP',
    `-iTCP:${port}`,
    '-sTCP:LISTEN',
    '-t',
  ]);
  const [pid] = stdout.split('\n').filter(Boolean);
  return pid === undefined ? undefined : Number(pid);
}
