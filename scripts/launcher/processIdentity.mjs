import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Identifies a running process beyond its number, or returns undefined when there is no such process.
 *
 * @remarks Numbers are reused, also after a restart of the machine, so a lock stores this value too.
 */
export function identifyProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) {
    return undefined;
  }
  return existsSync('/proc/self/stat')
    ? identifyByProc(pid)
    : identifyByPs(pid);
}

/** Names a process for a message, as well as the system lets us. */
export function nameProcess(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return runPs(pid, 'comm=');
  }
}

function identifyByProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in parentheses, may hold spaces; the fields after it do not.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return state === 'Z' ? undefined : `${boot}/${fields[18]}`;
  } catch {
    return undefined;
  }
}

function identifyByPs(pid) {
  return runPs(pid, 'lstart=');
}

function runPs(pid, column) {
  try {
    const options = {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    return (
      execFileSync('ps', ['-o', column, '-p', String(pid)], options).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}
