import { setTimeout as sleep } from 'node:timers/promises';

const TEMPLATE = 'template:default/nestjs-service';

/** A task that does not succeed after these is a finding. */
const MAX_RETRIES = 4;

/** What the form would send for a service of this name. */
export function createValues(name, repository = name) {
  return {
    name,
    description: 'Made by the soak',
    owner: 'group:default/commerce',
    purpose: 'resource',
    resource: 'order',
    collection: 'orders',
    port: 3000,
    place: 'repository',
    repository: { host: 'embedded', namespace: 'acme', name: repository },
  };
}

/** Presses Create; a portal that dies meanwhile may or may not have taken the task. */
export async function create(portal, values) {
  try {
    const body = { templateRef: TEMPLATE, values };
    const { id } = await portal.request('/api/scaffolder/v2/tasks', body);
    return id;
  } catch (error) {
    if (portal.isRunning) {
      await sleep(200);
    }
    if (portal.isRunning) {
      throw error;
    }
    return undefined;
  }
}

/** The tasks of the developer, by the name of the repository that they create. */
export async function listTasks(portal, names) {
  const { tasks } = await portal.request(
    '/api/scaffolder/v2/tasks?limit=200&order=desc:created_at',
  );
  return tasks.filter(({ spec }) =>
    names.includes(spec.parameters.repository?.name),
  );
}

/**
 * Lets every task end, and retries what failed for another reason than its name.
 *
 * @returns the tasks, and why some were retried
 */
export async function finish(portal, names) {
  const retries = new Map();
  const reasons = [];
  for (;;) {
    const tasks = await portal.waitFor('the end of the tasks', async () => {
      // On a busy machine the fault may strike only now.
      await portal.revive();
      const found = await listTasks(portal, names);
      const isOver = found.every(
        ({ status }) => status === 'completed' || status === 'failed',
      );
      return isOver ? found : undefined;
    });
    const again = await chooseRetries(portal, tasks, retries);
    if (again.length === 0) {
      return { tasks, reasons };
    }
    for (const { id, reason } of again) {
      reasons.push(reason);
      retries.set(id, (retries.get(id) ?? 0) + 1);
      await portal.waitFor('the retry', async () => {
        await portal.revive();
        return portal.request(`/api/scaffolder/v2/tasks/${id}/retry`, {});
      });
    }
  }
}

async function chooseRetries(portal, tasks, retries) {
  const failed = tasks.filter(
    ({ id, status }) =>
      status === 'failed' && (retries.get(id) ?? 0) < MAX_RETRIES,
  );
  const explained = await Promise.all(
    failed.map(async ({ id }) => ({
      id,
      reason: await readReason(portal, id),
    })),
  );
  return explained.filter(({ reason }) => !isRefusal(reason));
}

/** Why a task failed. */
export async function readReason(portal, id) {
  const events = await portal.request(`/api/scaffolder/v2/tasks/${id}/events`);
  const end = events.find(({ type }) => type === 'completion');
  return end?.body.error?.message ?? '';
}

/** Whether a task was refused because its name is taken, which no retry changes. */
export function isRefusal(reason) {
  return /already (a|has)|being created by another task/.test(reason);
}
