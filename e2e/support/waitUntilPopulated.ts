import { setTimeout as sleep } from 'node:timers/promises';
import type { FullConfig } from '@playwright/test';

/** A cold first start on two busy cores. */
const TIMEOUT_MS = 120_000;
const POLL_MS = 250;

/** One of each repository that comes with the portal. */
const ENTITIES = [
  'component/default/groundwork-backend',
  'component/default/auth-service',
  'component/default/order-service',
  'template/default/nestjs-service',
];

/** Waits, as the launcher does before it names the address, until the catalog is read and searchable, repositories included. */
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
  for (const entity of ENTITIES) {
    await waitForEntity(`${baseURL}`, entity);
  }
}

async function waitForEntity(baseURL: string, entity: string): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  const token = await signIn(baseURL);
  const url = `${baseURL}/api/catalog/entities/by-name/${entity}`;
  const headers = { authorization: `Bearer ${token}` };
  while (!(await fetch(url, { headers })).ok) {
    if (Date.now() > deadline) {
      throw new Error(
        `The portal under test has no ${entity}; see var/test/e2e-portal.log`,
      );
    }
    await sleep(POLL_MS);
  }
}

async function signIn(baseURL: string): Promise<string> {
  const response = await fetch(`${baseURL}/api/auth/persona/refresh`);
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
