import { createRandom } from '../create-soak/random.mjs';

/** Words of an organisation that decides a lot; each record draws some hundred of them. */
const WORDS =
  'account address batch billing broker bucket cache catalog channel checkout client cluster column commit contract cost cursor customer database deadline delivery deploy document endpoint event failure field gateway group handler header index ingress instance invoice journal latency ledger library limit locale lookup message metric migration module monitor network notice operator order outage owner package parcel partition payment pipeline platform policy price process product profile queue quota record refund region release replica report request retry role route schema secret service session shard shipment signal stock storage stream supplier system table tenant timeout token topic trace tracking transaction upload user version volume warehouse webhook worker workflow zone'.split(
    ' ',
  );

const TAGS = ['storage', 'security', 'delivery', 'api', 'cost', 'data'];

/** Sentences of a section, about as long as people write them. */
const SENTENCES = 14;

/** Every so many records, one replaces the record before it. */
const SUPERSEDES_EVERY = 5;

function sentence(random) {
  const words = Array.from({ length: 9 + random.below(8) }, () =>
    random.of(WORDS),
  );
  return `The ${words.join(' ')}.`;
}

function section(random, title) {
  const text = Array.from({ length: SENTENCES }, () => sentence(random));
  return `## ${title}\n\n${text.join(' ')}\n`;
}

function statusOf(number, count) {
  if (number % SUPERSEDES_EVERY === SUPERSEDES_EVERY - 1 && number < count) {
    return `superseded by [${pad(number + 1)}](${fileOf(number + 1)})`;
  }
  return number === count ? 'proposed' : 'accepted';
}

function pad(number) {
  return String(number).padStart(4, '0');
}

function fileOf(number) {
  return `${pad(number)}-decision.md`;
}

/** One record in the form of MADR 4. */
export function createRecord({ seed, number, count, word }) {
  const random = createRandom(seed * 1000 + number);
  const year = 2021 + random.below(5);
  const day = `${year}-${pad(1 + random.below(12)).slice(2)}-15`;
  const supersedes =
    number % SUPERSEDES_EVERY === 0
      ? `\nSupersedes [${pad(number - 1)}](${fileOf(number - 1)}).\n`
      : '';
  return `---
status: ${statusOf(number, count)}
date: ${day}
decision-makers: [Dana Okafor]
tags: [${random.of(TAGS)}]
---
# ${[0, 1, 2, 3].map(() => random.of(WORDS)).join(' ')}

${section(random, 'Context and Problem Statement')}
${section(random, 'Considered Options')}
${section(random, 'Decision Outcome')}
${word ?? ''}
${section(random, 'Consequences')}${supersedes}`;
}

/** The log of one repository, and the component that it is about. */
export function createFiles({ index, system, count }) {
  const files = { 'catalog-info.yaml': createComponent(index, system) };
  for (let number = 1; number <= count; number += 1) {
    files[`docs/adr/${fileOf(number)}`] = createRecord({
      seed: index + 1,
      number,
      count,
    });
  }
  return files;
}

function createComponent(index, system) {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: decided-${index}
spec:
  type: service
  lifecycle: production
  owner: group:default/platform
  system: ${system}
`;
}
