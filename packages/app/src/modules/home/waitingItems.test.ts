import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { NotificationsApi } from '@backstage/plugin-notifications';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Change } from '@groundwork/plugin-forge-common';
import type {
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { waitingItems } from './waitingItems';

function task(id: string, status: ScaffolderTask['status']) {
  return {
    id,
    status,
    spec: {
      templateInfo: {
        entityRef: 'template:default/nestjs-service',
        entity: {
          metadata: { name: 'nestjs-service', title: 'NestJS service' },
        },
      },
    },
  };
}

const SHOP = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'shop',
    namespace: 'default',
    annotations: {
      'groundwork.io/workspace': 'pnpm',
      'backstage.io/source-location': 'url:/forge/acme/shop/-/tree/main/',
    },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
};

// The fields that the list is made from.
const change = (number: number, author: string) =>
  ({ number, title: `feat: add ${number}`, author } as Change);

// Only the calls that the home page makes; the rest of these interfaces is not its business.
function apis(
  tasks: () => Promise<{ tasks: unknown[] }>,
  mayCreate:
    | AuthorizeResult.ALLOW
    | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  changes: Change[] = [],
) {
  return {
    catalogApi: catalogApiMock({ entities: [SHOP] }),
    forgeApi: { listChanges: async () => changes },
    identityApi: mockApis.identity({
      userEntityRef: 'user:default/dana',
      ownershipEntityRefs: ['user:default/dana', 'group:default/checkout'],
    }),
    permissionApi: mockApis.permission({ authorize: mayCreate }),
    notificationsApi: {
      getNotifications: async () => ({
        totalCount: 1,
        notifications: [
          {
            id: 'n1',
            payload: { title: 'Review the decision', link: '/decisions/7' },
          },
        ],
      }),
    } as unknown as NotificationsApi,
    scaffolderApi: { listTasks: tasks } as unknown as ScaffolderApi,
  };
}

describe('waitingItems', () => {
  it('puts unfinished creations before notifications and leaves finished ones out', async () => {
    const items = await waitingItems(
      apis(async () => ({
        tasks: [task('t1', 'failed'), task('t2', 'completed')],
      })),
    );
    expect(items).toEqual([
      {
        id: 't1',
        title: 'NestJS service',
        href: '/create/tasks/t1',
        status: 'failed',
      },
      {
        id: 'n1',
        title: 'Review the decision',
        description: undefined,
        href: '/decisions/7',
      },
    ]);
  });

  it('shows a reader who may not create only their notifications', async () => {
    const items = await waitingItems(
      apis(async () => {
        throw new Error('must not be asked for');
      }, AuthorizeResult.DENY),
    );
    expect(items.map(({ id }) => id)).toEqual(['n1']);
  });

  it('shows the reader’s own changes of a platform, and no others of one that is not theirs', async () => {
    const items = await waitingItems(
      apis(async () => ({ tasks: [] }), AuthorizeResult.ALLOW, [
        change(1, 'user:default/dana'),
        change(2, 'user:default/sam'),
      ]),
    );
    expect(items.filter(item => item.change)).toEqual([
      {
        id: 'acme/shop#1',
        title: 'feat: add 1',
        href: '/forge/acme/shop/-/changes/1',
        change: { repository: 'acme/shop', isOwn: true },
      },
    ]);
  });

  it('shows to the team of a platform what others propose', async () => {
    const items = await waitingItems({
      ...apis(async () => ({ tasks: [] }), AuthorizeResult.ALLOW, [
        change(2, 'user:default/sam'),
      ]),
      identityApi: mockApis.identity({
        userEntityRef: 'user:default/priya',
        ownershipEntityRefs: ['group:default/platform'],
      }),
    });
    expect(items.map(item => item.change)).toContainEqual({
      repository: 'acme/shop',
      isOwn: false,
    });
  });

  it('does not hide any other failure', async () => {
    await expect(
      waitingItems(
        apis(async () => {
          throw new Error('scaffolder is down');
        }),
      ),
    ).rejects.toThrow('scaffolder is down');
  });
});
