import path from 'node:path';
import type { SiteConfig } from '../config/SiteConfig';
import type { DocsTree } from '../source/DocsTree';
import { sourcePathOf } from '../source/sourcePathOf';
import { encodePath } from '../source/urls';

/** Gives the address at which the source of a page can be edited. */
export type EditUrl = (file: string) => string | undefined;

/** Stands for the path of a file, below the source, in the address of an editor. */
export const EDIT_PATH = 'GROUNDWORK_EDIT_PATH';

/** Where hosts keep their editor, for a `repo_url` without an `edit_uri`, as mkdocs assumes. */
const DEFAULT_EDIT_PATHS: Record<string, string> = {
  'github.com': 'edit/master/docs/',
  'gitlab.com': 'edit/master/docs/',
  'bitbucket.org': 'src/default/docs/',
};

/** What the addresses of editors are made from. */
export interface EditSources {
  site: SiteConfig;
  tree: DocsTree;
  /** Address of the editor of the source's host, with {@link EDIT_PATH} in place of a file. */
  sourceEditor?: string;
}

/** Finds out where pages are edited: as the site says, else where the source was read from, else as mkdocs assumes. */
export function createEditUrl(sources: EditSources): EditUrl {
  const find = chooseEditUrl(sources);
  return file => {
    const url = find(file);
    return url && /^https?:\/\//i.test(url) ? url : undefined;
  };
}

function chooseEditUrl({ site, tree, sourceEditor }: EditSources): EditUrl {
  const base = site.repoUrl ? `${site.repoUrl.replace(/\/$/, '')}/` : undefined;
  const { editUri, editUriTemplate } = site;
  if (editUriTemplate) {
    return file => resolve(fillTemplate(editUriTemplate, file), base);
  }
  if (editUri === undefined && sourceEditor) {
    return file =>
      sourceEditor.replace(EDIT_PATH, () =>
        encodePath(sourcePathOf(file, tree)),
      );
  }
  const uri = editUri ?? findDefaultPath(base);
  if (!uri) {
    return () => undefined;
  }
  const directory = uri.endsWith('/') ? uri : `${uri}/`;
  return file => resolve(directory + encodePath(file), base);
}

function findDefaultPath(base: string | undefined): string | undefined {
  return base && URL.canParse(base)
    ? DEFAULT_EDIT_PATHS[new URL(base).hostname]
    : undefined;
}

function fillTemplate(template: string, file: string): string {
  const { dir, name } = path.posix.parse(file);
  const withoutExtension = path.posix.join(dir, name);
  return template
    .replace(/\{path(?:!q)?\}/g, () => encodePath(file))
    .replace(/\{path_noext(?:!q)?\}/g, () => encodePath(withoutExtension));
}

function resolve(uri: string, base: string | undefined): string | undefined {
  return URL.canParse(uri, base) ? new URL(uri, base).href : undefined;
}
