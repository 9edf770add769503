import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCacheEnv } from './cacheHome.mjs';
import { createOutput } from './output.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Gathers what every part of the launcher needs: where things are, the environment, the terminal and the user's wish to stop.
 *
 * @remarks `GROUNDWORK_ROOT` lets tests run the launcher on a workspace of their own.
 */
export function createContext(env) {
  const root = resolve(env.GROUNDWORK_ROOT ?? REPOSITORY);
  const paths = createPaths(root);
  const interruption = new AbortController();
  const cleanUps = [];
  return {
    root,
    env: { ...env, ...createCacheEnv(env, paths.cache) },
    paths,
    output: createOutput(process.stdout, process.stderr),
    signal: interruption.signal,
    interrupt: () => interruption.abort(),
    onExit: cleanUp => cleanUps.unshift(cleanUp),
    cleanUp: async () => {
      for (const cleanUp of cleanUps.splice(0)) {
        await cleanUp();
      }
    },
  };
}

/** Names the places that the launcher reads and writes below the repository's root. */
function createPaths(root) {
  const at = (...parts) => resolve(root, ...parts);
  return {
    var: at('var'),
    runtime: at('var/runtime'),
    cache: at('var/cache'),
    compileCache: at('var/cache/compile'),
    log: at('var/log'),
    database: at('var/db'),
    damaged: at('var/damaged'),
    trash: at('var/trash'),
    testResults: at('var/test'),
    instanceLock: at('var/groundwork.pid'),
    prepareLock: at('var/prepare.pid'),
    portalLog: at('var/log/portal.log'),
    installLog: at('var/log/install.log'),
    buildLog: at('var/log/build.log'),
    nodeModules: at('node_modules'),
    app: at('packages/app'),
    backend: at('packages/backend'),
  };
}
