import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import type { SiteConfig } from '../config/readSiteConfig';
import { encodePath } from '../source/urls';

/** Gives the address at which the source of a page can be edited. */
export type EditUrl = (file: string) => string | undefined;

/** Where hosts keep their editor, for a `repo_url` without an `edit_uri`, as mkdocs assumes. */
const DEFAULT_EDIT_PATHS: Record<string, string> = {
  'github.com': 'edit/master/',
  'gitlab.com': 'edit/master/',
  'bitbucket.org': 'src/default/',
};

/** Finds out where pages are edited: from the site configuration, else from the place the source was read from. */
export function createEditUrl(options: {
  site: SiteConfig;
  location?: ParsedLocationAnnotation;
  integrations: ScmIntegrationRegistry;
}): EditUrl {
  const base = findConfigured(options.site) ?? findFromLocation(options);
  if (!base || !/^https?:$/.test(base.protocol)) {
    return () => undefined;
  }
  const prefix = base.href.endsWith('/') ? base.href : `${base.href}/`;
  return file => prefix + encodePath(file);
}

function findConfigured(site: SiteConfig): URL | undefined {
  const { repoUrl, editUri, docsDir } = site;
  const repository = repoUrl
    ? toUrl(`${repoUrl.replace(/\/$/, '')}/`)
    : undefined;
  if (editUri) {
    return toUrl(editUri, repository);
  }
  const editPath = repository && DEFAULT_EDIT_PATHS[repository.hostname];
  return editPath ? toUrl(`${editPath}${docsDir}/`, repository) : undefined;
}

function findFromLocation({
  site,
  location,
  integrations,
}: {
  site: SiteConfig;
  location?: ParsedLocationAnnotation;
  integrations: ScmIntegrationRegistry;
}): URL | undefined {
  if (site.repoUrl || location?.type !== 'url') {
    return undefined;
  }
  const integration = integrations.byUrl(location.target);
  if (!integration) {
    return undefined;
  }
  const base = location.target.endsWith('/')
    ? location.target
    : `${location.target}/`;
  const docs = integration.resolveUrl({ url: `./${site.docsDir}`, base });
  return toUrl(integration.resolveEditUrl(docs));
}

function toUrl(text: string, base?: URL): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
