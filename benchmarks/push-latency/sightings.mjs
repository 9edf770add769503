import { setTimeout as sleep } from 'node:timers/promises';

/** How exact the times are. */
const POLL_MS = 50;

/** Where a word can be seen, and how to look there. */
export function createPlaces(portal, name) {
  const path = `default/component/${name}`;
  return {
    catalog: () =>
      portal.fetchText(
        `/api/catalog/entities/by-name/component/default/${name}`,
      ),
    'API definition': () =>
      portal.fetchText(`/api/catalog/entities/by-name/api/default/${name}`),
    'docs page': () =>
      portal.fetchText(`/api/techdocs/static/docs/${path}/index.html`),
    'catalog search': word => search(portal, 'software-catalog', word),
    'docs search': word => search(portal, 'techdocs', word),
  };
}

/** The answer repeats the term, so only its results count. */
async function search(portal, type, word) {
  const { results } = await portal.request(
    `/api/search/query?term=${word}&types=${type}`,
  );
  return JSON.stringify(results);
}

/**
 * Looks again and again until the word is to be seen.
 *
 * @returns milliseconds since the beginning
 */
export async function waitForWord(look, { word, begin, patienceMs }) {
  while (performance.now() - begin < patienceMs) {
    const text = await look(word).catch(() => '');
    if (text.includes(word)) {
      return performance.now() - begin;
    }
    await sleep(POLL_MS);
  }
  throw new Error(`No '${word}' within ${patienceMs / 1000} s`);
}
