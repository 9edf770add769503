import type { FullConfig } from '@playwright/test';

/** A cold first start on two busy cores. */
const TIMEOUT_MS = 120_000;

/** Waits, as the launcher does before it names the address, until the catalog is read and searchable. */
export default async function waitUntilPopulated(config: FullConfig) {
  const { waitUntilPopulated: wait } = await import(
    '../../scripts/launcher/readiness.mjs'
  );
  const { baseURL } = config.projects[0].use;
  const count = await wait(baseURL, {
    timeoutMs: TIMEOUT_MS,
    signal: new AbortController().signal,
  });
  if (!count) {
    throw new Error(
      'The portal under test has an empty catalog; see var/test/e2e-portal.log',
    );
  }
}
