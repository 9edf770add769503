import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { identitiesOf } from './lib/configuration.mjs';
import { explainRefusal, refOf, referencesOf } from './lib/entities.mjs';
import { listFiles, readText } from './lib/files.mjs';
import { explainOpenApi } from './lib/openapi.mjs';
import { runAsProgram } from './lib/run.mjs';
import { readDocuments } from './lib/yaml.mjs';

const ENTRY = 'catalog/all.yaml';
const CONFIG = 'app-config.yaml';
const TECHDOCS_REF = 'backstage.io/techdocs-ref';
const TECHDOCS_ENTITY = 'backstage.io/techdocs-entity';

/**
 * Checks that every catalog file is one that the catalog takes, and that everything it names exists.
 */
export async function checkCatalog(root) {
  const files = listFiles(root, isCatalogFile);
  const { entries, findings } = readEntries(root, files);
  const known = new Map();
  for (const entry of entries) {
    const refusals = await explainRefusals(entry);
    findings.push(...(refusals.length > 0 ? refusals : register(known, entry)));
  }
  for (const entry of known.values()) {
    const { file, line, entity } = entry;
    const faults = explainEntity({ root, known, ...entry });
    const name = refOf(entity);
    faults.forEach(fault =>
      findings.push({ file, line, message: `${name}: ${fault}` }),
    );
  }
  return [
    ...findings,
    ...findUnlisted({ root, files, known }),
    ...findUnknownInConfig(root, known),
  ];
}

function isCatalogFile(file) {
  return /^catalog\/.*\.ya?ml$|^((packages|plugins)\/[^/]+\/)?catalog-info\.yaml$/.test(
    file,
  );
}

function readEntries(root, files) {
  const entries = [];
  const findings = [];
  for (const file of files) {
    const { documents, problems } = readDocuments(readText(root, file));
    problems.forEach(problem => findings.push({ file, ...problem }));
    documents.forEach(({ value, line }) =>
      entries.push({ file, line, entity: value }),
    );
  }
  return { entries, findings };
}

async function explainRefusals({ file, line, entity }) {
  const placeholders = explainPlaceholders(entity);
  const refusal = placeholders.length === 0 && (await explainRefusal(entity));
  return [...placeholders, ...(refusal ? [refusal] : [])].map(message => ({
    file,
    line,
    message,
  }));
}

function register(known, entry) {
  const ref = refOf(entry.entity);
  const other = known.get(ref);
  if (other) {
    const { file, line } = entry;
    const message = `${ref} is also in ${other.file}:${other.line}; rename or remove one`;
    return [{ file, line, message }];
  }
  known.set(ref, entry);
  return [];
}

function explainEntity(context) {
  return [
    ...explainReferences(context),
    ...explainTargets(context),
    ...explainDocs(context),
    ...explainDefinition(context),
    ...explainRoles(context),
  ];
}

function explainReferences({ known, entity }) {
  return referencesOf(entity)
    .filter(({ ref }) => !known.has(ref))
    .map(({ field, ref, problem }) =>
      problem
        ? `${field}: ${problem}`
        : `${field} names '${ref}', which no file defines; add it or correct the name`,
    );
}

function explainTargets({ root, file, entity }) {
  return targetsOf(file, entity)
    .filter(target => !existsSync(join(root, target)))
    .map(target => `target '${target}' does not exist; correct or remove it`);
}

function targetsOf(file, { kind, spec }) {
  if (kind !== 'Location') return [];
  return [spec.target ?? [], spec.targets ?? []]
    .flat()
    .filter(target => !/^[a-z]+:\/\//.test(target))
    .map(target => posix.join(dirname(file), target));
}

function explainDocs({ root, known, file, entity }) {
  const { annotations = {} } = entity.metadata;
  const source = annotations[TECHDOCS_REF];
  const shared = annotations[TECHDOCS_ENTITY];
  const faults = [];
  if (source?.startsWith('dir:')) {
    const site = posix.join(
      dirname(file),
      source.slice('dir:'.length),
      'mkdocs.yml',
    );
    if (!existsSync(join(root, site))) {
      faults.push(
        `${TECHDOCS_REF} expects ${site}, which does not exist; add it`,
      );
    }
  }
  if (
    shared &&
    !known.get(shared)?.entity.metadata.annotations?.[TECHDOCS_REF]
  ) {
    faults.push(
      `${TECHDOCS_ENTITY} names '${shared}', which has no docs of its own`,
    );
  }
  return faults;
}

/** The catalog resolves placeholders against a URL only, and locally it reads these files from disk. */
function explainPlaceholders(entity) {
  return [...placeholdersIn(entity)].map(
    key => `'${key}' is not read from a file location; write the text here`,
  );
}

function* placeholdersIn(node) {
  if (node === null || typeof node !== 'object') return;
  const keys = Object.keys(node);
  if (
    keys.length === 1 &&
    /^\$(text|json|yaml|openapi|asyncapi)$/.test(keys[0])
  ) {
    yield keys[0];
  }
  for (const child of Object.values(node)) yield* placeholdersIn(child);
}

function explainDefinition({ entity: { kind, spec } }) {
  return kind === 'API' && spec.type === 'openapi'
    ? explainOpenApi(spec.definition)
    : [];
}

function explainRoles({ known, entity }) {
  if (entity.kind !== 'User') return [];
  const roles = referencesOf(entity)
    .filter(({ field }) => field === 'memberOf')
    .filter(({ ref }) => known.get(ref)?.entity.spec.type === 'role');
  return roles.length === 1
    ? []
    : [`is in ${roles.length} groups of type 'role'; a user needs exactly one`];
}

function findUnlisted({ root, files, known }) {
  if (!existsSync(join(root, ENTRY))) {
    return [
      { file: ENTRY, message: 'is missing; list the catalog files in it' },
    ];
  }
  const listed = new Set([ENTRY]);
  for (const { file, entity } of known.values()) {
    targetsOf(file, entity).forEach(target => listed.add(target));
  }
  return files
    .filter(file => !listed.has(file))
    .map(file => ({
      file,
      message: `is in no Location, so nobody will see it; list it in ${ENTRY}`,
    }));
}

function findUnknownInConfig(root, known) {
  if (!existsSync(join(root, CONFIG))) return [];
  return identitiesOf(readDocuments(readText(root, CONFIG)).documents)
    .filter(({ ref }) => !known.has(ref))
    .map(({ key, ref }) => ({
      file: CONFIG,
      message: `${key} names '${ref}', which no file defines; add it or correct the name`,
    }));
}

await runAsProgram(import.meta.url, checkCatalog);
