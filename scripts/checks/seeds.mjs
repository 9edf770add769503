import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readCatalog } from './lib/catalogFiles.mjs';
import { runAsProgram } from './lib/run.mjs';
import { readSeeds, SEEDS } from './lib/seeds.mjs';

const TEMPLATE_VERSION = 'backstage.io/template-version';

/**
 * Checks that the repositories that come with the portal have people, owners and versions that exist. What a list of
 * seeds may hold at all is checked when the forge reads it.
 */
export async function checkSeeds(root) {
  const { people, repositories } = readSeeds(root);
  const { known } = await readCatalog(root);
  const messages = [
    ...Object.entries(people).flatMap(([ref, person]) =>
      explainPerson(known.get(ref)?.entity, { ref, person }),
    ),
    ...repositories.flatMap(repository => [
      ...explainRepository(root, known, repository),
      ...explainHistory(repository),
      ...explainVersions(known, repository),
    ]),
  ];
  return messages.map(message => ({ file: SEEDS, message }));
}

function explainPerson(user, { ref, person }) {
  if (user?.kind !== 'User') {
    return [`${ref} is no user of the catalog; add them or correct the name`];
  }
  const { displayName, email } = user.spec.profile ?? {};
  return person === `${displayName} <${email}>`
    ? []
    : [
        `${ref} is '${person}' here and '${displayName} <${email}>' in the catalog; make them alike`,
      ];
}

function explainRepository(root, known, { name, owner, directory }) {
  const file = posix.join(directory, 'catalog-info.yaml');
  return [
    ...(known.has(owner)
      ? []
      : [`the owner '${owner}' of ${name} is not in the catalog`]),
    ...(existsSync(join(root, file))
      ? []
      : [`${name} has no ${file}, so nothing of it is in the catalog; add it`]),
  ];
}

function explainHistory({ name, history }) {
  const times = history.map(({ date }) => Date.parse(date));
  const late = times.findIndex((time, index) => time < times[index - 1]);
  const tags = history.flatMap(commit => commit.tags ?? []);
  return [
    ...(late < 0
      ? []
      : [
          `the commit '${history[
            late
          ].message.trim()}' of ${name} is older than the one before; sort them`,
        ]),
    ...tags
      .filter((tag, index) => tags.indexOf(tag) !== index)
      .map(tag => `${name} has the tag ${tag} twice; remove one`),
  ];
}

/** Whoever creates from a template is told its version, and upgrades look for the tag. */
function explainVersions(known, { name, holds, history }) {
  const tags = history.flatMap(commit => commit.tags ?? []);
  return [...known.values()]
    .filter(({ file, entity }) => entity.kind === 'Template' && holds(file))
    .map(({ entity: { metadata } }) =>
      posix.join(
        metadata.name,
        `v${metadata.annotations?.[TEMPLATE_VERSION] ?? '…'}`,
      ),
    )
    .filter(tag => !tags.includes(tag))
    .map(
      tag =>
        `${name} has no tag ${tag} for the version that the template says; add it to a commit`,
    );
}

await runAsProgram(import.meta.url, checkSeeds);
