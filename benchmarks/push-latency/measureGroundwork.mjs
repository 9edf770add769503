import { fileURLToPath } from 'node:url';
import {
  createServiceFiles,
  createTemplateFiles,
  SERVICE,
  TEMPLATES,
} from './content.mjs';
import { Repository } from './repository.mjs';
import { createPlaces, waitForWord } from './sightings.mjs';

const ORGANISATION = fileURLToPath(
  new URL('../../catalog/all.yaml', import.meta.url),
);

/** Six times the budget: something is broken then, and not slow. */
const PATIENCE_MS = 60_000;

/** The portal as it is: one clone that pushes, and a template that creates. */
export function measureGroundwork({ pushes, creations }) {
  return {
    prepare: createRepositories,
    // The persona that creates has to exist.
    start: root => ({
      extraConfig: {
        groundwork: { examples: false },
        catalog: { locations: [root, ORGANISATION].map(createLocation) },
      },
    }),
    run: async (portal, { service }) => {
      await service.connect(portal.baseUrl, SERVICE);
      return {
        pushes: await measurePushes(portal, service, Number(pushes)),
        creations: await measureCreations(portal, Number(creations)),
      };
    },
  };
}

async function createRepositories(directory) {
  const [service] = await Promise.all(
    [
      { name: SERVICE, files: createServiceFiles('begin') },
      { name: TEMPLATES, files: createTemplateFiles() },
    ].map(options => Repository.create({ directory, ...options })),
  );
  return { service };
}

function createLocation(target) {
  const allow = 'Component API System Domain Location User Group'.split(' ');
  return { type: 'file', target, rules: [{ allow }] };
}

async function measurePushes(portal, service, times) {
  const places = createPlaces(portal, 'measured');
  await seeAll(places, { word: 'begin', begin: performance.now() });
  const rows = [];
  for (let index = 0; index < times; index += 1) {
    const word = `pushed${index}`;
    await service.commit(createServiceFiles(word));
    await service.push();
    rows.push(await seeAll(places, { word, begin: performance.now() }));
  }
  return rows;
}

async function measureCreations(portal, times) {
  const token = await signIn(portal);
  const rows = [];
  for (let index = 0; index < times; index += 1) {
    const name = `created-${index}`;
    const word = `created${index}`;
    const places = createPlaces(portal, name);
    delete places['API definition'];
    const begin = performance.now();
    await portal.request('/api/scaffolder/v2/tasks', {
      headers: { authorization: `Bearer ${token}` },
      body: {
        templateRef: 'template:default/measured',
        values: { name, word },
      },
    });
    rows.push(await seeAll(places, { word, begin }));
  }
  return rows;
}

async function signIn(portal) {
  let token;
  await portal.waitFor(async () => {
    const answer = await portal.request('/api/auth/persona/refresh', {
      headers: { 'x-groundwork-persona': 'developer' },
    });
    token = answer.backstageIdentity.token;
    return true;
  });
  return token;
}

/** Looks at every place at once, as several readers would. */
async function seeAll(places, { word, begin }) {
  const times = await Promise.all(
    Object.entries(places).map(async ([place, look]) => [
      place,
      await waitForWord(look, { word, begin, patienceMs: PATIENCE_MS }),
    ]),
  );
  return Object.fromEntries(times);
}
