import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { captureProgram } from './childProcess.mjs';

/** npm's settings that decide whether a download works, with the names under which yarn reads them. */
const SETTINGS = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  'https-proxy': 'YARN_HTTPS_PROXY',
  proxy: 'YARN_HTTP_PROXY',
};

/**
 * Reads npm's registry, certificate and proxy as an environment for yarn, so that a machine set up for npm needs nothing more.
 *
 * @remarks What the user set for yarn itself, by environment or in `~/.yarnrc.yml`, wins.
 */
export async function readYarnEnvFromNpm(context) {
  const names = Object.keys(SETTINGS);
  const { code, stdout } = await captureProgram(context, 'npm', [
    'config',
    'get',
    ...names,
  ]);
  if (code !== 0) {
    return {};
  }
  const userYarnrc = readUserYarnrc(context.env);
  const entries = stdout
    .split('\n')
    .map(line => splitSetting(line))
    .filter(
      ([name, value]) =>
        SETTINGS[name] &&
        value !== '' &&
        value !== 'null' &&
        value !== 'undefined',
    )
    .filter(([name]) => context.env[SETTINGS[name]] === undefined)
    .filter(([name]) => !userYarnrc.includes(toYarnrcKey(SETTINGS[name])));
  return allowPlainHttp(
    Object.fromEntries(
      entries.map(([name, value]) => [
        SETTINGS[name],
        value.replace(/\/$/, ''),
      ]),
    ),
  );
}

/** yarn refuses a registry without TLS that npm accepts; the checksums of yarn.lock hold for either. */
function allowPlainHttp(settings) {
  const registry = settings[SETTINGS.registry] ?? '';
  return registry.startsWith('http:')
    ? { ...settings, YARN_UNSAFE_HTTP_WHITELIST: new URL(registry).hostname }
    : settings;
}

function splitSetting(line) {
  const separator = line.indexOf('=');
  return [line.slice(0, separator).trim(), line.slice(separator + 1).trim()];
}

function readUserYarnrc(env) {
  const path = join(env.HOME ?? homedir(), '.yarnrc.yml');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** YARN_NPM_REGISTRY_SERVER is npmRegistryServer in a file. */
function toYarnrcKey(variable) {
  const [first, ...rest] = variable
    .replace('YARN_', '')
    .toLowerCase()
    .split('_');
  return [
    first,
    ...rest.map(word => word[0].toUpperCase() + word.slice(1)),
  ].join('');
}
