import { existsSync } from 'node:fs';
import { dirname, join, matchesGlob, posix } from 'node:path';
import { readCatalog } from './lib/catalogFiles.mjs';
import { identitiesOf } from './lib/configuration.mjs';
import { refOf, referencesOf } from './lib/entities.mjs';
import { explainFile } from './lib/explainFile.mjs';
import { readText } from './lib/files.mjs';
import { explainOpenApi } from './lib/openapi.mjs';
import { runAsProgram } from './lib/run.mjs';
import { readDocuments } from './lib/yaml.mjs';

const ENTRY = 'catalog/all.yaml';
const CONFIG = 'app-config.yaml';
const TECHDOCS_REF = 'backstage.io/techdocs-ref';
const TECHDOCS_ENTITY = 'backstage.io/techdocs-entity';
const SOURCE_TEMPLATE = 'backstage.io/source-template';

/**
 * Checks that every catalog file, here and in the repositories that come with the portal, is one that the catalog takes,
 * and that everything it names exists.
 */
export async function checkCatalog(root) {
  const { files, known, repositories, findings } = await readCatalog(root);
  for (const entry of known.values()) {
    const { file, line, entity } = entry;
    const name = refOf(entity);
    const faults = await explainEntity({ root, known, files, ...entry });
    faults.forEach(fault =>
      findings.push({ file, line, message: `${name}: ${fault}` }),
    );
  }
  return [
    ...findings,
    ...findUnlisted({ root, files, known, repositories }),
    ...findUnknownInConfig(root, known),
  ];
}

async function explainEntity(context) {
  return [
    ...explainReferences(context),
    ...explainTargets(context),
    ...explainDocs(context),
    ...(await explainDefinition(context)),
    ...explainRoles(context),
  ];
}

function explainReferences({ known, entity, repository }) {
  const template = entity.metadata.annotations?.[SOURCE_TEMPLATE];
  const references = [
    ...referencesOf(entity),
    ...(template ? [{ field: SOURCE_TEMPLATE, ref: template }] : []),
  ];
  return references.flatMap(({ field, ref, problem }) => {
    if (problem) return [`${field}: ${problem}`];
    const target = known.get(ref);
    if (!target) {
      return [
        `${field} names '${ref}', which no file defines; add it or correct the name`,
      ];
    }
    return target.repository?.isExample && !repository?.isExample
      ? [
          `${field} names '${ref}', which is an example and may be turned off; only examples may name it`,
        ]
      : [];
  });
}

function explainTargets({ entity, ...context }) {
  return targetsOf(context.file, entity).flatMap(target =>
    isGlob(target)
      ? explainGlob({ ...context, target })
      : explainFile({ ...context, what: 'target', target }),
  );
}

/** A target with a star takes in the files that are added later. */
function isGlob(target) {
  return target.includes('*');
}

function explainGlob({ files, target }) {
  return files.some(file => matchesGlob(file, target))
    ? []
    : [`target '${target}' matches no catalog file; correct or remove it`];
}

function targetsOf(file, { kind, spec }) {
  if (kind !== 'Location') return [];
  return [spec.target ?? [], spec.targets ?? []]
    .flat()
    .filter(target => !/^[a-z]+:\/\//.test(target))
    .map(target => posix.join(dirname(file), target));
}

function explainDocs({ entity, ...context }) {
  const { file, known } = context;
  const { annotations = {} } = entity.metadata;
  const source = annotations[TECHDOCS_REF];
  const shared = annotations[TECHDOCS_ENTITY];
  const faults = [];
  if (source?.startsWith('dir:')) {
    const directory = source.slice('dir:'.length);
    const target = posix.join(dirname(file), directory, 'mkdocs.yml');
    faults.push(
      ...explainFile({ ...context, what: `${TECHDOCS_REF}: the file`, target }),
    );
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

async function explainDefinition({ entity: { kind, spec } }) {
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

/** The catalog begins at one file on disk, and at the root of each repository. */
function findUnlisted({ root, files, known, repositories }) {
  if (!existsSync(join(root, ENTRY))) {
    return [
      { file: ENTRY, message: 'is missing; list the catalog files in it' },
    ];
  }
  const listed = new Set([
    ENTRY,
    ...repositories.map(({ directory }) =>
      posix.join(directory, 'catalog-info.yaml'),
    ),
  ]);
  for (const { file, entity } of known.values()) {
    targetsOf(file, entity).forEach(target => listed.add(target));
  }
  const globs = [...listed].filter(isGlob);
  return files
    .filter(
      file => !listed.has(file) && !globs.some(glob => matchesGlob(file, glob)),
    )
    .map(file => ({
      file,
      message: `is in no Location, so nobody will see it; list it in ${ENTRY}, or in the catalog-info.yaml at the root of its repository`,
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
