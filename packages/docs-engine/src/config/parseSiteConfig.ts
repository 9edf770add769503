import { InputError } from '@backstage/errors';
import { isPlainObject } from './isPlainObject';
import { parseYaml } from './parseYaml';
import { readMarkdownOptions } from './readMarkdownOptions';
import { readPlugins } from './readPlugins';
import { DEFAULT_SITE_CONFIG, type SiteConfig } from './SiteConfig';

const USED_KEYS = new Set([
  ...['site_name', 'site_description', 'docs_dir', 'nav', 'repo_url'],
  ...['edit_uri', 'edit_uri_template', 'use_directory_urls', 'exclude_docs'],
  ...['not_in_nav', 'markdown_extensions', 'plugins', 'theme'],
]);

/** Keys whose effect belongs to the portal (its address, look and validation), so that they are no loss. */
const NEEDLESS_KEYS = new Set([
  ...[
    'site_url',
    'site_author',
    'site_dir',
    'repo_name',
    'copyright',
    'strict',
  ],
  ...['extra', 'validation', 'dev_addr', 'watch', 'remote_branch'],
  'remote_name',
]);

/** Interprets the text of a site configuration. */
export function parseSiteConfig(text: string, fileName: string): SiteConfig {
  const { value, unknownTags } = parseYaml(text, fileName);
  const data = value ?? {};
  if (!isPlainObject(data)) {
    throw new InputError(`${fileName} must be a mapping, as 'site_name: …'`);
  }
  const { options, unknown } = readMarkdownOptions(data.markdown_extensions);
  const plugins = readPlugins(data.plugins);
  const unusedKeys = Object.keys(data).filter(
    key => !USED_KEYS.has(key) && !NEEDLESS_KEYS.has(key),
  );
  return {
    fileName,
    text,
    siteName: readText(data.site_name),
    siteDescription: readText(data.site_description),
    docsDir: readText(data.docs_dir) ?? DEFAULT_SITE_CONFIG.docsDir,
    nav: data.nav ?? undefined,
    repoUrl: readText(data.repo_url),
    // An empty one says that there is no editor.
    editUri: data.edit_uri === '' ? '' : readText(data.edit_uri),
    editUriTemplate: readText(data.edit_uri_template),
    usesDirectoryUrls: data.use_directory_urls !== false,
    excludeDocs: readText(data.exclude_docs),
    notInNav: readText(data.not_in_nav),
    hasSectionIndexes: readFeatures(data.theme).includes('navigation.indexes'),
    redirects: plugins.redirects,
    markdown: {
      ...options,
      hasBlocks: options.hasBlocks || plugins.usesBlocks,
    },
    notes: [
      ...unknownTags.map(tag => `${fileName}: ${tag}; ignored`),
      ...note(`${fileName}: not used by this engine`, unusedKeys),
      ...note(`${fileName}: plugins without effect here`, plugins.unknown),
      ...note(`${fileName}: Markdown extensions without effect here`, unknown),
    ],
  };
}

function note(text: string, names: string[]): string[] {
  return names.length ? [`${text}: ${names.join(', ')}`] : [];
}

function readText(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).trim() || undefined;
  }
  return undefined;
}

function readFeatures(theme: unknown): unknown[] {
  return isPlainObject(theme) && Array.isArray(theme.features)
    ? theme.features
    : [];
}
