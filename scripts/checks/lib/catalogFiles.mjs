import { explainRefusal, refOf } from './entities.mjs';
import { listFiles, readText } from './files.mjs';
import { fillPlaceholders } from './placeholders.mjs';
import { readSeeds } from './seeds.mjs';
import { readDocuments } from './yaml.mjs';

const CATALOG_FILE =
  /^catalog\/.*\.ya?ml$|^templates\/[^/]+\.yaml$|(^|\/)catalog-info\.yaml$/;

/**
 * Reads every entity of this repository and of those that it brings, as `{ files, known, repositories, findings }`.
 *
 * `known` has what the catalog would take, by reference, with its `file`, `line` and the `repository` that the file is
 * seeded in; without one the catalog reads the file from disk.
 */
export async function readCatalog(root) {
  const { repositories, problems: findings } = readSeeds(root);
  const files = listFiles(root, file => CATALOG_FILE.test(file));
  const known = new Map();
  for (const file of files) {
    const repository = repositories.find(({ holds }) => holds(file));
    const { documents, problems } = readDocuments(readText(root, file));
    findings.push(...problems.map(problem => ({ file, ...problem })));
    for (const { value, line } of documents) {
      const place = { file, line, repository };
      const { entity, faults } = fillPlaceholders(value, { root, ...place });
      findings.push(
        ...faults.map(message => ({ file, line, message })),
        ...(await register(known, { ...place, entity })),
      );
    }
  }
  return { files, known, repositories, findings };
}

async function register(known, entry) {
  const { file, line, entity } = entry;
  const refusal = await explainRefusal(entity);
  if (refusal) return [{ file, line, message: refusal }];
  const ref = refOf(entity);
  const other = known.get(ref);
  if (other) {
    const message = `${ref} is also in ${other.file}:${other.line}; rename or remove one`;
    return [{ file, line, message }];
  }
  known.set(ref, entry);
  return [];
}
