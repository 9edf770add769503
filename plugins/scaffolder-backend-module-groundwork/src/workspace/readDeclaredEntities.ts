import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { WorkspaceFile } from './listWorkspaceFiles';

/** Where the catalog looks in a repository. */
const CATALOG_FILE = 'catalog-info.yaml';

const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

const locationSchema = z.object({
  kind: z.literal('Location'),
  spec: z.object({
    target: z.string().optional(),
    targets: z.array(z.string()).default([]),
  }),
});

/** What a catalog file says: entities, and the files that it leads on to. */
interface Declaration {
  entityRefs: string[];
  /** Paths or patterns, from the file itself. */
  targets: string[];
}

/** The entities that the catalog will find among files once they are a repository; none without a catalog file at its root. */
export async function readDeclaredEntities(
  files: readonly WorkspaceFile[],
): Promise<string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = async (pattern: string): Promise<void> => {
    const isTarget = matcherOf(pattern);
    for (const { path, absolutePath } of files) {
      if (isTarget(path) && !seen.has(path)) {
        seen.add(path);
        const { entityRefs, targets } = parse(
          await readFile(absolutePath, 'utf8'),
          path,
        );
        found.push(...entityRefs);
        for (const target of targets) {
          await visit(posix.join(posix.dirname(path), target));
        }
      }
    }
  };
  await visit(CATALOG_FILE);
  return found;
}

/** The entities that the catalog files among these add to a repository that exists, wherever they are. */
export async function readAddedEntities(
  files: readonly WorkspaceFile[],
): Promise<string[]> {
  const lists = await Promise.all(
    files
      .filter(({ path }) => posix.basename(path) === CATALOG_FILE)
      .map(async ({ absolutePath, path }) =>
        parseDeclaredEntities(await readFile(absolutePath, 'utf8'), path),
      ),
  );
  return lists.flat();
}

/** The entities in the text of a catalog file, without the files that it leads on to. */
export function parseDeclaredEntities(text: string, path: string): string[] {
  return parse(text, path).entityRefs;
}

function parse(text: string, path: string): Declaration {
  const declarations = parseAllDocuments(text).map(document => {
    if (document.errors.length > 0) {
      throw new InputError(
        `'${path}' is no YAML: ${document.errors[0].message}`,
      );
    }
    return readDocument(document.toJS());
  });
  return {
    entityRefs: declarations.flatMap(({ entityRefs }) => entityRefs),
    targets: declarations.flatMap(({ targets }) => targets),
  };
}

function readDocument(document: unknown): Declaration {
  const location = locationSchema.safeParse(document);
  if (location.success) {
    const { target, targets } = location.data.spec;
    return { entityRefs: [], targets: target ? [target, ...targets] : targets };
  }
  const entity = entitySchema.safeParse(document);
  if (!entity.success || entity.data.kind === 'Location') {
    return { entityRefs: [], targets: [] };
  }
  const { kind, metadata } = entity.data;
  return {
    entityRefs: [stringifyEntityRef({ kind, ...metadata })],
    targets: [],
  };
}

/** Understands what the catalog does of patterns: `*` is any part of a name. */
function matcherOf(pattern: string): (path: string) => boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('[^/]*')}$`);
  return path => expression.test(path);
}
