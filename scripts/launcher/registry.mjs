import { captureProgram } from './childProcess.mjs';
import { ok, wrong } from './finding.mjs';

const NAME = 'package registry';
/** A registry that says nothing for this long will not carry two thousand downloads either. */
const PROBE_TIMEOUT_MS = 8000;

/** The codes under which npm reports that it got no answer, or one it could not trust. */
const NETWORK_FAILURE =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|CERT|SELF_SIGNED|UNABLE_TO_/;

/** What to do when packages cannot be downloaded. */
export const REGISTRY_REMEDY =
  'Check your network and proxy; behind a mirror, set it with: npm config set registry <url> (and cafile, https-proxy). Then run this again: it continues where it stopped.';

/** Checks that the package registry answers; without need for it, silence is no fault. */
export async function inspectRegistry(context, { isNeeded }) {
  if (await isRegistryReachable(context)) {
    return ok(NAME, 'reachable');
  }
  return isNeeded
    ? wrong(NAME, 'The package registry cannot be reached.', {
        remedy: REGISTRY_REMEDY,
      })
    : ok(NAME, 'not reachable, and not needed: everything is installed');
}

/** Asks the registry for one small document, with npm's own settings. */
export async function isRegistryReachable(context) {
  const args = [
    'view',
    'yarn',
    'version',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    `--fetch-timeout=${PROBE_TIMEOUT_MS}`,
    '--prefer-online',
  ];
  const { code, stderr } = await captureProgram(context, 'npm', args);
  // Other failures (no npm, an unwritable cache, a registry that says no) tell nothing about the network.
  return code === 0 || !NETWORK_FAILURE.test(stderr);
}
