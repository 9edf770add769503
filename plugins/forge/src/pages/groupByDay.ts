import type { Commit } from '@groundwork/plugin-forge-common';

/** The commits of one day, as the committer's clock had it. */
export type CommitDay = { day: string; commits: Commit[] };

/** Groups commits that are already in order. */
export function groupByDay(commits: Commit[]): CommitDay[] {
  const days: CommitDay[] = [];
  for (const commit of commits) {
    const day = commit.committedAt.slice(0, 10);
    const last = days[days.length - 1];
    if (last?.day === day) {
      last.commits.push(commit);
    } else {
      days.push({ day, commits: [commit] });
    }
  }
  return days;
}
