import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';

/** The style sheet of every generated site. */
export interface Stylesheet {
  /** Path below the site. */
  path: string;
  text: string;
}

const PACKAGE = '@groundwork/plugin-techdocs-backend-module-markdown';
const PARTS = ['layout', 'navigation', 'typography', 'code', 'blocks', 'print'];

/**
 * Reads the style sheet.
 *
 * @remarks The TechDocs reader drops every style sheet whose name is not `main.<8 hex digits>.min.css`.
 */
export async function readStylesheet(): Promise<Stylesheet> {
  const parts = await Promise.all(
    PARTS.map(part =>
      fs.readFile(resolvePackagePath(PACKAGE, 'assets', `${part}.css`), 'utf8'),
    ),
  );
  const text = parts.join('\n');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { path: `assets/stylesheets/main.${hash}.min.css`, text };
}
