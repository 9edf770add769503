import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { createDatabases } from '../__testUtils__/createDatabases';
import { TaskRecords } from './TaskRecords';

const databases = createDatabases();
const TASK = '5f6a3c1e-0000-4000-8000-000000000001';
const OWN = { backstageToken: 'a', __initiatorCredentials: '{}' };
const USES_TOKEN = {
  steps: [{ input: { token: '${{ secrets.token }}' } }],
  parameters: { text: '${{ secrets.other }}' },
};

describe.each(databases.eachSupportedId())('TaskRecords on %s', id => {
  let knex: Knex;
  let records: TaskRecords;

  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@backstage/plugin-scaffolder-backend',
        'migrations',
      ),
    });
    records = await TaskRecords.create(knex);
  });

  const insert = (row: { spec?: object; state?: object; secrets?: object }) =>
    knex('tasks').insert({
      id: TASK,
      status: 'processing',
      spec: JSON.stringify(row.spec ?? { steps: [] }),
      state: row.state && JSON.stringify(row.state),
      secrets: row.secrets && JSON.stringify(row.secrets),
    });

  const read = async () => {
    const row = await knex('tasks').where({ id: TASK }).first();
    return { state: JSON.parse(row.state), secrets: JSON.parse(row.secrets) };
  };

  it('forgets the steps that are done, and keeps checkpoints', async () => {
    const checkpoints = { 'v1.task.checkpoint.create': { status: 'success' } };
    await insert({
      state: {
        state: { steps: { fetch: { status: 'completed' } }, checkpoints },
      },
    });
    await records.beginAttempt(TASK);
    expect((await read()).state).toEqual({ state: { steps: {}, checkpoints } });
  });

  it('keeps as whom the task runs, and no secret of the form', async () => {
    await insert({ spec: USES_TOKEN, secrets: { ...OWN, token: 'typed' } });
    await records.beginAttempt(TASK);
    expect((await read()).secrets).toEqual(OWN);
  });

  it('refuses a later attempt that has lost what its steps need', async () => {
    await insert({ spec: USES_TOKEN, secrets: { ...OWN, token: 'typed' } });
    await records.beginAttempt(TASK);
    await expect(records.beginAttempt(TASK)).rejects.toThrow(
      'what was typed as token is not kept',
    );
  });

  it('lets a first attempt go on without a secret that was not typed', async () => {
    await insert({ spec: USES_TOKEN, secrets: OWN });
    await expect(records.beginAttempt(TASK)).resolves.toBeUndefined();
  });
});
