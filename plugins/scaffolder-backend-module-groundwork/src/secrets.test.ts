import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runGitForResult } from '@groundwork/plugin-forge-node';
import { PortalProcess } from './__testUtils__/PortalProcess';
import { FETCH, PUBLISH, RECORD, RESERVE } from './__testUtils__/writeTemplate';

jest.setTimeout(240_000);

const CANARY = 'canary-51d0c7e2b94f';
const REPOSITORIES = [
  'bases.git',
  'git/acme/orders.git',
  'git/groundwork/templates.git',
];

describe('a secret that is typed into a form', () => {
  let portal: PortalProcess;

  beforeAll(async () => {
    portal = await PortalProcess.prepare({
      properties: {
        token: { type: 'string', 'ui:field': 'Secret' },
        passphrase: { type: 'string', 'ui:widget': 'password' },
      },
      steps: [
        RESERVE,
        FETCH,
        {
          id: 'say',
          action: 'debug:log',
          input: { message: 'The token is ${{ secrets.token }}' },
        },
        { id: 'rendered', action: 'test:crash' },
        RECORD,
        PUBLISH,
      ],
    });
    await portal.start();
  });

  afterAll(() => portal?.remove());

  /** The files below the directory of the portal that have the canary. */
  async function findCanary(): Promise<string[]> {
    const entries = await readdir(portal.directory, {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const contents = await Promise.all(files.map(file => readFile(file)));
    return files.filter((_, index) => contents[index].includes(CANARY));
  }

  /** The content of every object, which Git compresses. */
  async function readObjects(repository: string): Promise<string> {
    const { stdout } = await runGitForResult(
      ['cat-file', '--batch', '--batch-all-objects'],
      { cwd: join(portal.directory, repository) },
    );
    return stdout.toString('latin1');
  }

  const values = { name: 'orders', token: '*****', passphrase: 'open sesame' };

  it('is in no log, record, event, plan, file or object', async () => {
    const secrets = { token: CANARY };
    const taskId = await portal.createTask(values, secrets);
    const path = `/api/scaffolder/v2/tasks/${taskId}`;

    await portal.died();
    expect(await findCanary()).toEqual([]);
    await portal.start();
    // Without the secret the task cannot go on, and says so.
    expect((await portal.awaitTask(taskId)).status).toBe('failed');
    expect(JSON.stringify(await portal.request(`${path}/events`))).toContain(
      'typed as token is not kept',
    );

    await portal.request(`${path}/retry`, { secrets });
    expect((await portal.awaitTask(taskId)).status).toBe('completed');
    const plan = await portal.request('/api/scaffolder/plan', {
      templateRef: 'template:default/probe',
      values: { ...values, name: 'invoices' },
    });
    const answers = [
      await portal.request(path),
      await portal.request(`${path}/events`),
      plan,
    ];
    const objects = await Promise.all(REPOSITORIES.map(readObjects));

    // The step logged, and the scaffolder hid all of it.
    expect(JSON.stringify(answers)).toContain(': ***');
    expect(JSON.stringify(answers)).not.toContain(CANARY);
    expect(portal.output).not.toContain(CANARY);
    expect(await findCanary()).toEqual([]);
    expect(objects.join()).toContain('secretInputs');
    expect(objects.join()).not.toContain(CANARY);
    expect(objects.join()).not.toContain('open sesame');
  });
});
