import type { GithubClient } from './api/GithubClient';
import { PortalAccount } from './changes/PortalAccount';
import { PullDecisions } from './changes/PullDecisions';
import { PullProposals } from './changes/PullProposals';
import { PullReader } from './changes/PullReader';
import { PullUpdates } from './changes/PullUpdates';
import type { GithubForgeHostOptions } from './GithubForgeHost';
import { GithubContent } from './read/GithubContent';
import { GithubDiffs } from './read/GithubDiffs';
import { GithubRepositories } from './read/GithubRepositories';
import { GithubRevisions } from './read/GithubRevisions';
import { GithubTrees } from './read/GithubTrees';
import { GithubAnnouncements } from './watch/GithubAnnouncements';
import { GithubDeliveries } from './watch/GithubDeliveries';
import { GithubWatcher } from './watch/GithubWatcher';
import { GithubCommits } from './write/GithubCommits';
import { GithubCreation } from './write/GithubCreation';

/** What a host hands its calls to. */
export type GithubParts = ReturnType<typeof createGithubParts>;

/** Builds the parts of a host around its client. */
export function createGithubParts(
  client: GithubClient,
  options: GithubForgeHostOptions,
) {
  const { integration, logger } = options;
  const revisions = GithubRevisions.create();
  const trees = GithubTrees.create();
  const diffs = GithubDiffs.create({ revisions, trees });
  const commits = GithubCommits.create({ revisions, trees });
  const repositories = GithubRepositories.create({ client, revisions });
  const account = PortalAccount.create({ client, logger });
  const pulls = PullReader.create({ account });
  const gitOrigins = [
    `https://${integration.host}`,
    new URL(integration.apiBaseUrl).origin,
  ];
  return {
    ...createWatch({ ...options, client, diffs, repositories, revisions }),
    commits,
    content: GithubContent.create({ revisions, trees }),
    creation: GithubCreation.create({ client, commits, gitOrigins, logger }),
    decisions: PullDecisions.create({ ...options, account, reader: pulls }),
    diffs,
    proposals: PullProposals.create({ account, commits, reader: pulls }),
    pulls,
    repositories,
    revisions,
    updates: PullUpdates.create({ reader: pulls, commits }),
  };
}

/** What notices and tells what happens. */
function createWatch(
  options: GithubForgeHostOptions & {
    client: GithubClient;
    diffs: GithubDiffs;
    repositories: GithubRepositories;
    revisions: GithubRevisions;
  },
) {
  const { webhookSecret: secret } = options;
  const announcements = GithubAnnouncements.create(options);
  return {
    announcements,
    deliveries: secret
      ? GithubDeliveries.create({ ...options, announcements, secret })
      : undefined,
    watcher: GithubWatcher.create({ ...options, announcements }),
  };
}
