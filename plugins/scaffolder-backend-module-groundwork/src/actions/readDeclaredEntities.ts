import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** Where the catalog looks in a repository. */
const CATALOG_FILE = 'catalog-info.yaml';

const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

/** The entities that the catalog will find in a workspace once it is a repository; none without a catalog file. */
export async function readDeclaredEntities(
  workspacePath: string,
): Promise<string[]> {
  const text = await readIfPresent(join(workspacePath, CATALOG_FILE));
  return parseAllDocuments(text).flatMap(document => {
    if (document.errors.length > 0) {
      throw new InputError(
        `The template wrote a ${CATALOG_FILE} that is no YAML: ${document.errors[0].message}`,
      );
    }
    const entity = entitySchema.safeParse(document.toJS());
    if (!entity.success || entity.data.kind === 'Location') {
      return [];
    }
    const { kind, metadata } = entity.data;
    return [stringifyEntityRef({ kind, ...metadata })];
  });
}

async function readIfPresent(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return '';
    }
    throw error;
  }
}
