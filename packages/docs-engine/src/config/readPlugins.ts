import { isPlainObject } from './isPlainObject';

/** What the list of plugins asks for. */
export interface PluginSettings {
  /** techdocs-core with `use_pymdownx_blocks`. */
  usesBlocks: boolean;
  redirects: Record<string, string>;
  /** Plugins that nothing here stands for. */
  unknown: string[];
}

/** What these do is part of the engine or of the portal: search, included sites, call-outs in GitHub's form. */
const BUILT_IN = new Set([
  ...['search', 'material/search', 'monorepo', 'gh-admonitions'],
]);

/** Reads `plugins`: names alone, names with settings, or a mapping of both. No plugin is ever run. */
export function readPlugins(value: unknown): PluginSettings {
  const result: PluginSettings = {
    usesBlocks: false,
    redirects: {},
    unknown: [],
  };
  for (const [name, settings] of listPlugins(value)) {
    const data = isPlainObject(settings) ? settings : {};
    if (name === 'techdocs-core') {
      result.usesBlocks = data.use_pymdownx_blocks === true;
    } else if (name === 'redirects') {
      result.redirects = readRedirects(data.redirect_maps);
    } else if (!BUILT_IN.has(name)) {
      result.unknown.push(name);
    }
  }
  return result;
}

function listPlugins(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap(listPlugins);
  }
  if (typeof value === 'string') {
    return [[value, undefined]];
  }
  return isPlainObject(value) ? Object.entries(value) : [];
}

function readRedirects(value: unknown): Record<string, string> {
  const entries = isPlainObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
