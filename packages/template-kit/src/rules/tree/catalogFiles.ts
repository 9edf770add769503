import { dirname, join } from 'node:path/posix';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { listTexts, type RenderedTree } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

const entitySchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.string().min(1).optional(),
    description: z.string().min(1),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.record(z.string(), z.unknown()),
});

type CatalogEntity = z.infer<typeof entitySchema>;

/** The catalog can read what the repository says of itself, and everything that it points to is there. */
export const catalogFilesRule = treeRule(
  'catalog-files',
  'catalog-info.yaml describes the component, its owner, API and docs, and every file that it names exists',
  tree => {
    const files = listTexts(tree).filter(({ path }) =>
      /(^|\/)catalog-info\.yaml$/.test(path),
    );
    return files.length === 0
      ? [{ place: 'catalog-info.yaml', message: 'there is none' }]
      : files.flatMap(file => checkFile(tree, file));
  },
);

function checkFile(tree: RenderedTree, file: { path: string; text: string }) {
  const { path, text } = file;
  const problems = parseAllDocuments(text).flatMap(document => {
    const result = entitySchema.safeParse(document.toJS());
    return result.success
      ? checkEntity(tree, dirname(path), result.data)
      : result.error.issues.map(
          issue => `${issue.path.join('.')}: ${issue.message}`,
        );
  });
  return problems.map(message => ({ place: path, message }));
}

function checkEntity(
  tree: RenderedTree,
  directory: string,
  entity: CatalogEntity,
): string[] {
  const problems: string[] = [];
  const exists = (path: string) =>
    tree.files.some(file => file.path === join(directory, path));
  const name = `${entity.kind} ${entity.metadata.name}`;
  if (entity.kind !== 'Location' && typeof entity.spec.owner !== 'string') {
    problems.push(`${name} has no owner`);
  }
  for (const path of listTargets(entity).filter(target => !exists(target))) {
    problems.push(`${name} names '${path}', which is not there`);
  }
  return problems;
}

function listTargets({ metadata, spec }: CatalogEntity): string[] {
  const docs = metadata.annotations?.['backstage.io/techdocs-ref'];
  const definition = z.object({ $text: z.string() }).safeParse(spec.definition);
  const targets = z.array(z.string()).safeParse(spec.targets);
  return [
    ...(docs?.startsWith('dir:') ? [join(docs.slice(4), 'mkdocs.yml')] : []),
    ...(definition.success ? [definition.data.$text] : []),
    ...(targets.success ? targets.data : []),
  ].filter(target => !target.includes('*'));
}
