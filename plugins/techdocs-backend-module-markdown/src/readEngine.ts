import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const ENGINES = ['markdown', 'mkdocs'] as const;

/** A way to turn a documentation source into a site. */
export type Engine = (typeof ENGINES)[number];

/** Decides which engine renders documentation; a misspelt one stops the start-up. */
export function readEngine(config: RootConfigService): Engine {
  const key = 'techdocs.generator.engine';
  const value = config.getOptionalString(key) ?? 'markdown';
  const engine = ENGINES.find(candidate => candidate === value);
  if (!engine) {
    throw new InputError(
      `Unknown engine '${value}' in ${key}; use one of: ${ENGINES.join(', ')}`,
    );
  }
  return engine;
}
