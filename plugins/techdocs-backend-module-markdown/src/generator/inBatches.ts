/** Enough to keep the disk busy, few enough for the limit of open files. */
const BATCH_SIZE = 16;

/** Runs an action for each item, some at a time. */
export async function inBatches<T>(
  items: T[],
  action: (item: T) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    await Promise.all(items.slice(start, start + BATCH_SIZE).map(action));
  }
}
