import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  forgeRepositoryPushPermission,
  forgeRepositoryReadPermission,
} from '@groundwork/plugin-forge-common';
import { CallerAccess } from './CallerAccess';
import { People } from './People';

function user(name: string, ...groups: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}

const entities = [
  user('vera', 'viewers', 'payments'),
  user('dana', 'developers', 'payments'),
  user('finn', 'developers', 'checkout'),
  user('priya', 'platform-engineers'),
  user('nobody', 'payments'),
];
const orders = {
  host: 'embedded',
  namespace: 'acme',
  name: 'orders',
  owner: 'group:default/payments',
  defaultBranch: 'main',
  url: '',
  cloneUrl: '',
};

function createAccess(enabled = true) {
  const auth = mockServices.auth();
  return CallerAccess.fromConfig(
    new ConfigReader({
      permission: {
        enabled,
        policy: {
          roles: {
            viewer: ['group:default/viewers'],
            developer: ['group:default/developers'],
            'platform-engineer': ['group:default/platform-engineers'],
          },
        },
      },
    }),
    {
      logger: mockServices.logger.mock(),
      people: People.create({
        auth,
        catalog: catalogServiceMock({ entities }),
      }),
    },
  );
}

const caller = (name: string) => ({
  type: 'user' as const,
  userEntityRef: `user:default/${name}`,
});

describe('CallerAccess', () => {
  it.each([
    ['vera', true, false],
    ['dana', true, true],
    ['finn', true, false],
    ['priya', true, true],
    ['nobody', false, false],
    ['gone', false, false],
  ])('lets %s read: %s, push: %s', async (name, read, push) => {
    const access = createAccess();
    await expect(
      access.may(caller(name), forgeRepositoryReadPermission, orders),
    ).resolves.toBe(read);
    await expect(
      access.may(caller(name), forgeRepositoryPushPermission, orders),
    ).resolves.toBe(push);
  });

  it('lets a developer push to nothing that has no owner', async () => {
    await expect(
      createAccess().may(caller('dana'), forgeRepositoryPushPermission, {
        ...orders,
        owner: undefined,
      }),
    ).resolves.toBe(false);
  });

  it.each([
    ['vera', true],
    ['gone', false],
  ])('lets %s push without permissions: %s', async (name, expected) => {
    await expect(
      createAccess(false).may(
        caller(name),
        forgeRepositoryPushPermission,
        orders,
      ),
    ).resolves.toBe(expected);
  });
});
