import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import type { TestPortal } from './startPortal';

/** Longer than any task of these tests takes on a loaded machine. */
const PATIENCE_MS = 60_000;

/** What became of a task. */
export interface EndedTask {
  status: string;
  /** Every event, as the page of the task gets them. */
  events: Array<{ type: string; body: JsonObject & { message: string } }>;
  /** What the task says at its end. */
  output?: JsonObject;
  error?: { name: string; message: string };
}

/** The values of the form of `nestjs-service` for a repository of its own. */
export function serviceValues(
  name: string,
  values: JsonObject = {},
): JsonObject {
  return {
    name,
    description: 'Keeps what people ordered',
    owner: 'group:default/commerce',
    purpose: 'resource',
    resource: 'order',
    collection: 'orders',
    port: 3100,
    browsers: false,
    place: 'repository',
    repository: { host: 'embedded', namespace: 'acme', name },
    ...values,
  };
}

/** Waits until a check gives something. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await check();
    if (found !== undefined) {
      return found;
    }
    await sleep(100);
  }
  throw new Error(`${what} did not happen in time`);
}

/** Waits until the catalog has a template. */
export async function awaitTemplate(
  portal: TestPortal,
  name: string,
): Promise<string> {
  await eventually(`The template ${name}`, async () => {
    const path = `/api/catalog/entities/by-name/template/default/${name}`;
    const { status } = await portal.call('get', path);
    return status === 200 ? true : undefined;
  });
  return `template:default/${name}`;
}

/** Presses Create. */
export async function createTask(
  portal: TestPortal,
  body: {
    templateRef: string;
    values: JsonObject;
    secrets?: Record<string, string>;
  },
): Promise<string> {
  const response = await portal
    .call('post', '/api/scaffolder/v2/tasks')
    .send(body)
    .expect(201);
  return response.body.id;
}

/** Waits until a task has ended. */
export async function awaitTask(
  portal: TestPortal,
  taskId: string,
): Promise<EndedTask> {
  return eventually(`The end of task ${taskId}`, async () => {
    const path = `/api/scaffolder/v2/tasks/${taskId}`;
    const { body } = await portal.call('get', path).expect(200);
    if (body.status === 'open' || body.status === 'processing') {
      return undefined;
    }
    const { body: events } = await portal.call('get', `${path}/events`);
    const end = events.find(
      ({ type }: { type: string }) => type === 'completion',
    );
    return { status: body.status, events, ...end?.body };
  });
}
