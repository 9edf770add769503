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

/** The log reads a repository after the catalog knows what is in it. */
const DECISIONS = ['acme/platform/-/8', 'acme/order-service/-/1'];

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
  const paths = [
    ...ENTITIES.map(entity => `/api/catalog/entities/by-name/${entity}`),
    ...DECISIONS.map(
      address => `/api/adr/decisions/resolve?address=${address}`,
    ),
  ];
  for (const path of paths) {
    await waitForAnswer(`${baseURL}`, path);
  }
}

async function waitForAnswer(baseURL: string, path: string): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  const token = await signIn(baseURL);
  const headers = { authorization: `Bearer ${token}` };
  while (!(await fetch(`${baseURL}${path}`, { headers })).ok) {
    if (Date.now() > deadline) {
      throw new Error(
        `The portal under test does not answer ${path}; see var/test/e2e-portal.log`,
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
