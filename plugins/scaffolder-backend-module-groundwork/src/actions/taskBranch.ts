/** The branch on which a task proposes its files; it belongs to the task alone. */
export function taskBranch(taskId: string): string {
  return `groundwork/task-${taskId}`;
}
