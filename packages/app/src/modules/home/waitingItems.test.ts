import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { NotificationsApi } from '@backstage/plugin-notifications';
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

// Only the calls that the home page makes; the rest of these interfaces is not its business.
function apis(
  tasks: () => Promise<{ tasks: unknown[] }>,
  mayCreate:
    | AuthorizeResult.ALLOW
    | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  return {
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
