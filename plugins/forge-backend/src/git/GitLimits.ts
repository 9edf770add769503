import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** What one request of Git, and all together, may take. */
export interface GitLimits {
  /** Processes of Git that serve requests at once. */
  processes: number;
  /** Bytes of one push, compressed or not. */
  pushBytes: number;
  /** The whole request; a slow line may need long for a large push. */
  durationMs: number;
  /** How long a request waits while all processes are busy. */
  waitMs: number;
  /** Without a byte in either direction. Git itself gives a sign of life every 5 s. */
  idleMs: number;
}

/** A clone that waits longer is better told to come back. */
const WAIT_MS = 60_000;

const KEY = 'forge.embedded.limits';

/** Reads `forge.embedded.limits`. */
export function readGitLimits(config: Config): GitLimits {
  return {
    processes: config.getOptionalNumber(`${KEY}.gitProcesses`) ?? 16,
    pushBytes:
      config.getOptionalNumber(`${KEY}.pushBytes`) ?? 100 * 1024 * 1024,
    durationMs: readDuration(config, `${KEY}.gitDuration`, { minutes: 30 }),
    waitMs: WAIT_MS,
    idleMs: readDuration(config, `${KEY}.gitIdle`, { minutes: 1 }),
  };
}

function readDuration(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}
