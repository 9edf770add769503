import { setTimeout as delay } from 'node:timers/promises';
import { ok, wrong } from './finding.mjs';
import { readLock, removeStaleLock, takeLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { identifyProcess } from './processIdentity.mjs';
import { throwIfInterrupted } from './childProcess.mjs';

const NAME = 'instance';
const POLL_MS = 500;
/** A portal whose launcher was killed notices at once and takes at most ten seconds to close. */
const ORPHAN_TIMEOUT_MS = 12_000;

/** Checks whether a portal runs from this directory, and whether a lock is left over from one that was killed. */
export async function inspectInstance({ paths }) {
  const { isPresent, holder } = await readLock(paths.instanceLock);
  if (holder) {
    return {
      ...ok(NAME, `running at ${holder.url} (process ${holder.pid})`),
      holder,
    };
  }
  return isPresent
    ? wrong(
        NAME,
        'var/groundwork.pid is left over from a portal that was killed.',
        {
          fix: {
            summary: 'remove var/groundwork.pid',
            apply: async () => removeStaleLock(paths.instanceLock),
          },
        },
      )
    : ok(NAME, 'not running');
}

/** Makes this process the one portal of the directory, or throws the URL of the one that runs. */
export async function claimInstance(context, url) {
  const { paths, onExit } = context;
  await waitForOrphan(context);
  const lock = await takeLock(paths.instanceLock, { url });
  if (!lock.isTaken) {
    throw createRunningProblem(lock.holder);
  }
  onExit(lock.release);
  return lock;
}

/** Throws when another process runs a portal from this directory, for steps that would disturb it. */
export async function requireStopped(context) {
  const { holder } = await inspectInstance(context);
  if (holder && holder.pid !== process.pid) {
    throw createRunningProblem(holder);
  }
}

/** Lets one process at a time install and build; another waits for its turn. */
export async function withPrepareLock(context, action) {
  const { paths, output } = context;
  let progress;
  for (;;) {
    const lock = await takeLock(paths.prepareLock);
    if (lock.isTaken) {
      progress?.done('it is done');
      try {
        return await action();
      } finally {
        lock.release();
      }
    }
    progress ??= output.startProgress(
      `Another ./groundwork (process ${lock.holder.pid}) is preparing; waiting for it`,
    );
    await delay(POLL_MS);
    throwIfInterrupted(context);
  }
}

async function waitForOrphan(context) {
  const { content, holder } = await readLock(context.paths.instanceLock);
  const portal = content?.portal;
  const isAlive = () =>
    portal?.identity !== undefined &&
    identifyProcess(portal.pid) === portal.identity;
  if (holder || !isAlive()) {
    return;
  }
  const progress = context.output.startProgress(
    'A portal whose launcher was killed is closing',
  );
  const deadline = Date.now() + ORPHAN_TIMEOUT_MS;
  while (isAlive() && Date.now() < deadline) {
    await delay(POLL_MS);
    throwIfInterrupted(context);
  }
  progress.done();
  if (isAlive()) {
    throw new Problem(
      `A portal that was left behind still runs (process ${portal.pid}).`,
      `Stop it: kill ${portal.pid}, then run this again.`,
    );
  }
}

function createRunningProblem({ url, pid }) {
  return new Problem(
    `Groundwork already runs from this directory: ${url} (process ${pid}).`,
    `Use it there, or stop it with Ctrl-C in its terminal or: kill ${pid}`,
  );
}
