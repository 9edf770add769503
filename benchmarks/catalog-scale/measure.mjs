import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The unit of CPU time in /proc on Linux (USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Runs the requests one after the other and returns the median and the 95th percentile in ms. */
export async function measureLatency(count, request) {
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await request(index);
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  const at = share => times[Math.floor((times.length - 1) * share)];
  return { p50: at(0.5), p95: at(0.95) };
}

/** Resident memory of a process in MB. */
export async function readMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}

/** Share of one core, in per cent, that a process uses while nobody asks it for anything. */
export async function measureIdleCpu(pid, seconds) {
  const before = await readCpuSeconds(pid);
  await sleep(seconds * 1000);
  return (((await readCpuSeconds(pid)) - before) / seconds) * 100;
}

/** CPU seconds of a process since its start. */
export async function readCpuSeconds(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the command in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
