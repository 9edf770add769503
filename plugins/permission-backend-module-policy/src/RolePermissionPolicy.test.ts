import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { RolePermissionPolicy } from './RolePermissionPolicy';
import { RoleAssignments } from './roles';

const refs = {
  vera: ['user:default/vera', 'group:default/viewers'],
  dana: [
    'user:default/dana',
    'group:default/developers',
    'group:default/identity',
  ],
  priya: ['user:default/priya', 'group:default/platform-engineers'],
  adam: ['user:default/adam', 'group:default/admins'],
  nobody: ['user:default/nobody', 'group:default/identity'],
};

function createPolicy(logger = mockServices.logger.mock()) {
  const roles = RoleAssignments.fromConfig(
    new ConfigReader({
      permission: {
        policy: {
          roles: {
            viewer: ['group:default/viewers'],
            developer: ['group:default/developers'],
            'platform-engineer': ['group:default/platform-engineers'],
            admin: ['group:default/admins'],
          },
        },
      },
    }),
  );
  return { policy: RolePermissionPolicy.create({ roles, logger }), logger };
}

function user(ownershipEntityRefs: string[]) {
  const [userEntityRef] = ownershipEntityRefs;
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: { userEntityRef, ownershipEntityRefs },
  };
}

const resourceTypes: Record<string, string | undefined> = {
  'adr.decision.decide': 'adr-decision',
  'catalog.entity.read': 'catalog-entity',
  'catalog.entity.refresh': 'catalog-entity',
  'catalog.entity.delete': 'catalog-entity',
  'forge.repository.read': 'forge-repository',
  'forge.repository.propose': 'forge-repository',
  'forge.repository.push': 'forge-repository',
  'forge.repository.merge': 'forge-repository',
  'scaffolder.action.execute': 'scaffolder-action',
  'scaffolder.template.parameter.read': 'scaffolder-template',
  'scaffolder.template.step.read': 'scaffolder-template',
  'scaffolder.task.read': 'scaffolder-task',
  'scaffolder.task.cancel': 'scaffolder-task',
};

function permission(name: string): Permission {
  const resourceType = resourceTypes[name];
  return resourceType
    ? createPermission({ name, attributes: {}, resourceType })
    : createPermission({ name, attributes: {} });
}

const expectations: [string, string, string, string, string][] = [
  // permission, viewer, developer, platform engineer, admin
  ['catalog.entity.read', 'ALLOW', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['catalog.entity.create', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.entity.refresh', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['catalog.entity.delete', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['catalog.entity.validate', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.location.read', 'ALLOW', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['catalog.location.create', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.location.analyze', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.location.delete', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.ingestion.read', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.ingestion.manage', 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['scaffolder.template.parameter.read', 'ALLOW', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.template.step.read', 'ALLOW', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.template.dry-run', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scaffolder.template.management', 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scaffolder.action.execute', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.task.create', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.task.read', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['scaffolder.task.cancel', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['forge.repository.read', 'ALLOW', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['forge.repository.create', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['forge.repository.propose', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['forge.repository.push', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['forge.repository.merge', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['adr.decision.propose', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['adr.decision.decide', 'DENY', 'CONDITIONAL', 'ALLOW', 'ALLOW'],
  ['kubernetes.clusters.read', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['kubernetes.resources.read', 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['kubernetes.proxy', 'DENY', 'DENY', 'DENY', 'DENY'],
  ['devtools.administer', 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['devtools.info', 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['devtools.config', 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['devtools.external-dependencies', 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['devtools.scheduler.read', 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['devtools.scheduler.trigger', 'DENY', 'DENY', 'DENY', 'ALLOW'],
];

describe('RolePermissionPolicy', () => {
  it.each(expectations)(
    'decides %s as viewer %s, developer %s, platform engineer %s, admin %s',
    async (name, ...expected) => {
      const { policy } = createPolicy();
      const decisions = await Promise.all(
        [refs.vera, refs.dana, refs.priya, refs.adam].map(claims =>
          policy.handle({ permission: permission(name) }, user(claims)),
        ),
      );
      expect(decisions.map(({ result }) => result)).toEqual(expected);
    },
  );

  it.each(expectations)('denies %s without a role', async name => {
    const { policy } = createPolicy();
    await expect(
      policy.handle({ permission: permission(name) }, user(refs.nobody)),
    ).resolves.toEqual({ result: 'DENY' });
    await expect(
      policy.handle({ permission: permission(name) }),
    ).resolves.toEqual({ result: 'DENY' });
  });

  it('limits a developer to the entities of their groups', async () => {
    const { policy } = createPolicy();
    await expect(
      policy.handle(
        { permission: permission('catalog.entity.refresh') },
        user(refs.dana),
      ),
    ).resolves.toEqual({
      result: 'CONDITIONAL',
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: refs.dana },
      },
    });
  });

  it('limits a developer to push to the repositories of their groups', async () => {
    const { policy } = createPolicy();
    await expect(
      policy.handle(
        { permission: permission('forge.repository.push') },
        user(refs.dana),
      ),
    ).resolves.toEqual({
      result: 'CONDITIONAL',
      pluginId: 'forge',
      resourceType: 'forge-repository',
      conditions: {
        rule: 'IS_REPOSITORY_OWNER',
        resourceType: 'forge-repository',
        params: { claims: refs.dana },
      },
    });
  });

  it('limits a developer to the tasks that they started', async () => {
    const { policy } = createPolicy();
    await expect(
      policy.handle(
        { permission: permission('scaffolder.task.read') },
        user(refs.dana),
      ),
    ).resolves.toMatchObject({
      pluginId: 'scaffolder',
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/dana'] },
      },
    });
  });

  it.each(['todo.read', 'constructor'])(
    'denies the unknown permission %s even to an admin, and says so once',
    async name => {
      const { policy, logger } = createPolicy();
      const query = { permission: permission(name) };

      const first = await policy.handle(query, user(refs.adam));
      const second = await policy.handle(query, user(refs.dana));

      expect([first, second]).toEqual([{ result: 'DENY' }, { result: 'DENY' }]);
      expect(logger.warn.mock.calls).toEqual([
        [
          `Denied permission '${name}': no row in the permission table; add one to allow it`,
        ],
      ]);
    },
  );

  it('denies owner access to a permission without an owner, and says so', async () => {
    const { policy, logger } = createPolicy();
    const query = {
      permission: createPermission({
        name: 'catalog.entity.refresh',
        attributes: {},
      }),
    };

    await expect(policy.handle(query, user(refs.dana))).resolves.toEqual({
      result: 'DENY',
    });
    expect(logger.warn.mock.calls[0][0]).toMatch(/resource has no owner/);
  });
});
