import { Worker } from 'node:worker_threads';
import { LIMITS } from '../config/limits';

const ENTRY = '@groundwork/docs-engine/worker';
const YOUNG_GENERATION_MB = 32;

/** Starts a thread that builds sites, with a heap of its own that it cannot outgrow. */
export function startWorker(): Worker {
  const file = require.resolve(ENTRY);
  return new Worker(file, {
    resourceLimits: {
      maxOldGenerationSizeMb: LIMITS.heapMegabytes,
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
    },
    ...(file.endsWith('.ts') && { execArgv: transformArguments() }),
  });
}

/** In a checkout the thread runs from source, for which it needs what the process itself was started with. */
function transformArguments(): string[] {
  return [
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  ];
}
