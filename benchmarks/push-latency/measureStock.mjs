import { fileURLToPath } from 'node:url';
import { createServiceFiles, SERVICE } from './content.mjs';
import { Repository } from './repository.mjs';
import { createPlaces, waitForWord } from './sightings.mjs';

const BACKEND = fileURLToPath(new URL('./stockBackend.cjs', import.meta.url));

const LOCATION =
  'https://forge.groundwork.internal/acme/measured/-/blob/main/catalog-info.yaml';

/** Stock processes an entity every 100 to 150 seconds. */
const PATIENCE_MS = 300_000;

/** A registered location, and readers who look at a page or click on Refresh. */
export function measureStock({ pushes, 'stock-pushes': stockPushes }) {
  return {
    prepare: async directory => ({
      service: await Repository.create({
        directory,
        name: SERVICE,
        files: createServiceFiles('begin'),
      }),
    }),
    start: root => ({ entry: BACKEND, extraConfig: createStockConfig(root) }),
    run: async (portal, { service }) => {
      await service.connect(portal.baseUrl, SERVICE);
      const push = async word => {
        await service.commit(createServiceFiles(word));
        await service.push();
        return performance.now();
      };
      return {
        refreshed: await measureRefresh(portal, push, Number(pushes)),
        waited: await measureWait(portal, push, Number(stockPushes)),
      };
    },
  };
}

/** The intervals that Backstage has when nothing is configured. */
function createStockConfig(root) {
  const allow = 'Component API System Location Group'.split(' ');
  return {
    permission: { enabled: false },
    search: null,
    catalog: {
      processingInterval: null,
      stitchingStrategy: null,
      locations: [
        { type: 'file', target: root, rules: [{ allow }] },
        { type: 'url', target: LOCATION },
      ],
    },
  };
}

/** Somebody clicks on Refresh of the entity at the moment of the push. */
async function measureRefresh(portal, push, times) {
  const places = createPlaces(portal, 'measured');
  const refs = {
    catalog: 'component:default/measured',
    'API definition': 'api:default/measured',
  };
  await Promise.all(
    Object.keys(refs).map(place =>
      waitForWord(places[place], {
        word: 'begin',
        begin: performance.now(),
        patienceMs: PATIENCE_MS,
      }),
    ),
  );
  const rows = [];
  for (let index = 0; index < times; index += 1) {
    const row = {};
    for (const [place, entityRef] of Object.entries(refs)) {
      const word = `${entityRef.slice(0, 3)}refreshed${index}`;
      const begin = await push(word);
      await portal.fetchText('/api/catalog/refresh', { body: { entityRef } });
      row[place] = await waitForWord(places[place], {
        word,
        begin,
        patienceMs: PATIENCE_MS,
      });
    }
    rows.push(row);
  }
  return rows;
}

/** Nobody clicks; a reader has just opened the docs, which built them, and reloads the page. */
async function measureWait(portal, push, times) {
  const {
    catalog,
    'API definition': definition,
    'docs page': docs,
  } = createPlaces(portal, 'measured');
  const read = async () => {
    await portal.fetchText('/api/techdocs/sync/default/component/measured');
    return docs();
  };
  const rows = [];
  for (let index = 0; index < times; index += 1) {
    const word = `waited${index}`;
    // TechDocs looks for changes once a minute after a build, which the first of two pushes causes.
    await waitForWord(read, {
      word: `read${index}`,
      begin: await push(`read${index}`),
      patienceMs: PATIENCE_MS,
    });
    const begin = await push(word);
    const options = { word, begin, patienceMs: PATIENCE_MS };
    const [inCatalog, inDefinition, inDocs] = await Promise.all([
      waitForWord(catalog, options),
      waitForWord(definition, options),
      waitForWord(read, options),
    ]);
    rows.push({
      catalog: inCatalog,
      'API definition': inDefinition,
      'docs page': inDocs,
    });
  }
  return rows;
}
