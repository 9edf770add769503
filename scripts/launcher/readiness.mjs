import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 250;
const CATALOG_POLL_MS = 500;
/** The catalog is settled when it stays the same over this many looks. */
const STABLE_POLLS = 3;
const REQUEST_TIMEOUT_MS = 5000;

/** Waits until every plugin of the portal has started; resolves with false when that takes longer than the timeout. */
export async function waitUntilReady(url, { timeoutMs, signal }) {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !signal.aborted) {
    const response = await request(`${url}/.backstage/health/v1/readiness`);
    if (response?.ok) {
      return true;
    }
    await delay(POLL_MS);
  }
  return false;
}

/**
 * Waits until the catalog holds entities and stops growing.
 *
 * @returns the number of entities, 0 when the catalog stayed empty, or undefined when nobody can sign in locally
 */
export async function waitUntilPopulated(url, { timeoutMs, signal }) {
  const deadline = Date.now() + timeoutMs;
  const token = await signIn(url, { deadline, signal });
  if (token === undefined) {
    return undefined;
  }
  let counts = [];
  while (Date.now() < deadline && !signal.aborted) {
    counts = [...counts, await countEntities(url, token)].slice(-STABLE_POLLS);
    if (
      counts.length === STABLE_POLLS &&
      counts[0] > 0 &&
      counts.every(count => count === counts[0])
    ) {
      break;
    }
    await delay(CATALOG_POLL_MS);
  }
  await waitUntilSearchable(url, { token, deadline, signal });
  return counts.at(-1) ?? 0;
}

/** The search index follows the catalog; until it is built a query is answered with an error. */
async function waitUntilSearchable(url, { token, deadline, signal }) {
  while (Date.now() < deadline && !signal.aborted) {
    const response = await request(`${url}/api/search/query?term=`, {
      headers: { authorization: `Bearer ${token}` },
    });
    // Without a search backend there is nothing to wait for.
    if (response?.ok || response?.status === 404) {
      return;
    }
    await delay(CATALOG_POLL_MS);
  }
}

async function signIn(url, { deadline, signal }) {
  while (Date.now() < deadline && !signal.aborted) {
    const response = await request(`${url}/api/auth/persona/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    if (response?.ok) {
      const { backstageIdentity } = await response.json();
      return backstageIdentity?.token;
    }
    if (response?.status === 404) {
      return undefined;
    }
    // The persona may be a user that the catalog is still reading.
    await delay(CATALOG_POLL_MS);
  }
  return undefined;
}

async function countEntities(url, token) {
  const response = await request(
    `${url}/api/catalog/entities/by-query?limit=0`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  );
  return response?.ok ? (await response.json()).totalItems : 0;
}

async function request(url, options = {}) {
  try {
    return await fetch(url, {
      ...options,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
  } catch {
    // Nobody listens yet, or not in time: the caller asks again.
    return undefined;
  }
}
