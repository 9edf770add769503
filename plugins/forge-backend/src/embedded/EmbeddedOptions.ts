import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { readGitLimits } from '../git/GitLimits';
import { checkSegment } from './names';

/** How the embedded host is set up. */
export interface EmbeddedOptions {
  /** Where the repositories are. */
  directory: string;
  /** Where repositories can be created; others that lie in the directory are served, too. */
  namespaces: readonly string[];
  /** The bytes that the files of a new repository may have together. */
  maxBytes: number;
}

/** Reads `forge.embedded`; a namespace that cannot be a part of an address stops the start. */
export function readEmbeddedOptions(config: Config): EmbeddedOptions {
  return {
    directory: resolve(config.getString('forge.embedded.directory')),
    namespaces: config
      .getConfigArray('forge.embedded.namespaces')
      .map(namespace =>
        checkSegment(
          namespace.getString('name'),
          'The namespace in forge.embedded.namespaces',
        ),
      ),
    maxBytes: readGitLimits(config).pushBytes,
  };
}
