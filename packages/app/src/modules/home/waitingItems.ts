import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionApi } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { NotificationsApi } from '@backstage/plugin-notifications';
import type {
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { pendingChanges } from './pendingChanges';

/** Something that waits for the reader: an unread notification, a creation of theirs, or a change. */
export type WaitingItem = {
  id: string;
  title: string;
  description?: string;
  href: string;
  /** Only of a creation. */
  status?: UnfinishedStatus;
  /** Only of a change: in which repository, and whether the reader proposed it. */
  change?: { repository: string; isOwn: boolean };
};

/** Enough to see that something waits; the full lists have their own pages. */
const SHOWN = 5;

const UNFINISHED = ['open', 'processing', 'failed'] as const;

type UnfinishedStatus = (typeof UNFINISHED)[number];

function fromTask(task: ScaffolderTask): WaitingItem[] {
  const status = UNFINISHED.find(unfinished => unfinished === task.status);
  if (!status) return [];
  const entityRef = task.spec.templateInfo?.entityRef;
  return [
    {
      id: task.id,
      title:
        task.spec.templateInfo?.entity?.metadata.title ?? entityRef ?? task.id,
      href: `/create/tasks/${task.id}`,
      status,
    },
  ];
}

async function unfinishedTasks(
  scaffolderApi: ScaffolderApi,
): Promise<WaitingItem[]> {
  const result = await scaffolderApi.listTasks?.({
    filterByOwnership: 'owned',
    limit: SHOWN,
  });
  return (result?.tasks ?? []).flatMap(fromTask);
}

/** Who may not create has no creations, and asking for them would be refused. */
async function ownTasks(apis: {
  permissionApi: PermissionApi;
  scaffolderApi: ScaffolderApi;
}): Promise<WaitingItem[]> {
  const { result } = await apis.permissionApi.authorize({
    permission: taskCreatePermission,
  });
  return result === AuthorizeResult.ALLOW
    ? unfinishedTasks(apis.scaffolderApi)
    : [];
}

async function changes(
  apis: Parameters<typeof pendingChanges>[0],
): Promise<WaitingItem[]> {
  const pending = await pendingChanges(apis);
  return pending
    .slice(0, SHOWN)
    .map(({ id, title, href, repository, isOwn }) => ({
      id,
      title,
      href,
      change: { repository, isOwn },
    }));
}

/** Collects what waits for the reader, the newest first within each kind. */
export async function waitingItems(
  apis: {
    notificationsApi: NotificationsApi;
    permissionApi: PermissionApi;
    scaffolderApi: ScaffolderApi;
  } & Parameters<typeof pendingChanges>[0],
): Promise<WaitingItem[]> {
  const [{ notifications }, tasks, pending] = await Promise.all([
    apis.notificationsApi.getNotifications({ read: false, limit: SHOWN }),
    ownTasks(apis),
    changes(apis),
  ]);
  return [
    ...tasks,
    ...pending,
    ...notifications.map(({ id, payload }) => ({
      id,
      title: payload.title,
      description: payload.description,
      href: payload.link ?? '/notifications',
    })),
  ];
}
