import type {
  BackstageServicePrincipal,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  publishTemplates,
  startPortal,
  type TestPortal,
} from '../__testUtils__/startPortal';
import { awaitTemplate } from '../__testUtils__/tasks';
import {
  FETCH,
  PUBLISH,
  RECORD,
  RESERVE,
  writeTemplate,
} from '../__testUtils__/writeTemplate';

jest.setTimeout(120_000);

const PLAN = '/api/scaffolder/plan';
const values = { name: 'orders' };
const templateRef = 'template:default/probe';

function isService(request?: PermissionsServiceRequestOptions): boolean {
  const principal =
    request && 'credentials' in request && request.credentials.principal;
  return (principal as BackstageServicePrincipal)?.type === 'service';
}

async function startWith(options: {
  steps: JsonObject[];
  properties?: JsonObject;
  decisions?: Record<string, PolicyDecision>;
}): Promise<TestPortal> {
  const { decisions = {} } = options;
  // Plugins may do everything, as with the real permissions.
  const decide = (name: string, request?: PermissionsServiceRequestOptions) =>
    (isService(request) ? undefined : decisions[name]) ?? {
      result: AuthorizeResult.ALLOW,
    };
  const portal = await startPortal({
    features: [
      mockServices.permissions.mock({
        authorize: async (requests, request) =>
          requests.map(({ permission }) => {
            const { result } = decide(permission.name, request);
            return result === AuthorizeResult.ALLOW
              ? { result }
              : { result: AuthorizeResult.DENY };
          }),
        authorizeConditional: async (requests, request) =>
          requests.map(({ permission }) => decide(permission.name, request)),
      }).factory,
    ],
  });
  const directory = await writeTemplate(portal.directory, options);
  await publishTemplates(portal, directory);
  await awaitTemplate(portal, 'probe');
  return portal;
}

const WHOLE = [RESERVE, FETCH, RECORD, PUBLISH];

describe('the plan of a template', () => {
  let portal: TestPortal | undefined;

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  const plan = (body: object) => {
    if (!portal) {
      throw new Error('No portal');
    }
    return portal.call('post', PLAN).send(body);
  };

  it('is for users who ask for a registered template with a filled-in form', async () => {
    portal = await startWith({
      steps: WHOLE,
      properties: { port: { type: 'integer', minimum: 1 } },
    });

    expect((await plan({ templateRef, values })).status).toBe(200);
    const refusals = await Promise.all([
      plan({ templateRef: 'template:default/other', values }),
      plan({ templateRef: 'component:default/probe', values }),
      plan({ templateRef, values: { ...values, port: 0 } }),
      plan({ templateRef, values, template: {} }),
      plan({ templateRef, values }).set(
        'Authorization',
        'Bearer mock-service-token',
      ),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([
      404, 404, 400, 400, 403,
    ]);
    expect(refusals[2].body.error.message).toContain(
      'port must be greater than or equal to 1',
    );
  });

  it.each([
    ['scaffolder.task.create', AuthorizeResult.DENY],
    ['scaffolder.template.step.read', AuthorizeResult.DENY],
    ['scaffolder.template.parameter.read', AuthorizeResult.CONDITIONAL],
  ])('is refused without %s', async (name, result) => {
    const decision = { result, pluginId: 'scaffolder' } as PolicyDecision;
    portal = await startWith({ steps: WHOLE, decisions: { [name]: decision } });
    expect((await plan({ templateRef, values })).status).toBe(403);
  });

  it('does not need the permission for dry runs, and does not give it', async () => {
    portal = await startWith({
      steps: WHOLE,
      decisions: {
        'scaffolder.template.dry-run': { result: AuthorizeResult.DENY },
      },
    });
    expect((await plan({ templateRef, values })).status).toBe(200);
    const dryRun = await portal
      .call('post', '/api/scaffolder/v2/dry-run')
      .send({ template: {}, values, directoryContents: [] });
    expect(dryRun.status).toBe(403);
  });

  it('shows a placeholder for a secret, and says what is wrong with it in a file', async () => {
    portal = await startWith({
      steps: [
        RESERVE,
        {
          ...FETCH,
          input: {
            url: './skeleton',
            values: {
              name: '${{ parameters.name }}-${{ secrets.token }}',
            },
          },
        },
        RECORD,
        PUBLISH,
      ],
    });
    const { body } = await plan({ templateRef, values });
    expect(body.problems).toEqual([
      expect.stringContaining("'catalog-info.yaml' has the secret 'token'"),
    ]);
    expect(body.files).toEqual([
      expect.objectContaining({
        content: expect.stringContaining('name: orders-placeholder-of-token'),
      }),
    ]);
  });

  it('runs no action that could act or read as the portal, and names its step', async () => {
    portal = await startWith({
      steps: [
        ...WHOLE,
        {
          name: 'Look up the owner',
          action: 'catalog:fetch',
          input: { entityRef: 'user:default/adam' },
        },
      ],
    });
    const { body } = await plan({ templateRef, values });
    expect(body.effects).toContainEqual({
      title: 'Look up the owner',
      description:
        'By the action catalog:fetch, which a plan does not look into',
    });
  });

  it.each([
    ['who creates', { name: '${{ user.entity.metadata.name }}' }],
    ['what the step', { name: '${{ steps.look.output.entity }}' }],
  ])('is refused for a template that depends on %s', async (reason, input) => {
    portal = await startWith({
      steps: [
        { id: 'look', action: 'catalog:fetch', input: {} },
        { ...FETCH, input: { url: './skeleton', values: input } },
      ],
    });
    const { status, body } = await plan({ templateRef, values });
    expect(status).toBe(400);
    expect(body.error.message).toContain(reason);
  });

  it('gives the reason when the template cannot be rendered', async () => {
    portal = await startWith({
      steps: [{ ...FETCH, input: { url: './absent' } }],
    });
    const { status, body } = await plan({ templateRef, values });
    expect(status).toBe(400);
    expect(body.error.message).toContain('absent');
  });
});
