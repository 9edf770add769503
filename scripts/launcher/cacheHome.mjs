import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Gives npm and yarn a cache below `var/` where they cannot write their own: in a container the home directory
 * is often somebody else's, and an installation would fail only after it has downloaded everything.
 */
export function createCacheEnv(env, directory) {
  const home = env.HOME ?? homedir();
  const caches = {
    npm_config_cache: ['.npm', 'npm'],
    YARN_GLOBAL_FOLDER: ['.yarn/berry', 'yarn'],
  };
  return Object.fromEntries(
    Object.entries(caches)
      .filter(
        ([name, [own]]) =>
          env[name] === undefined && !canWriteBelow(join(home, own)),
      )
      .map(([name, [, substitute]]) => [name, join(directory, substitute)]),
  );
}

/** What does not exist yet can be made when the nearest directory above it may be written. */
function canWriteBelow(path) {
  if (!existsSync(path) && dirname(path) !== path) {
    return canWriteBelow(dirname(path));
  }
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
