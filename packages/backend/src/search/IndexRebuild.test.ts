import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { IndexRebuild } from './IndexRebuild';

function createRebuild(start: () => Promise<void> = async () => {}) {
  const started: string[] = [];
  const logger = mockServices.logger.mock();
  const rebuild = IndexRebuild.create({
    taskId: 'index',
    start: async taskId => {
      await start();
      started.push(taskId);
    },
    logger,
  });
  return { rebuild, started, logger };
}

describe('IndexRebuild', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('starts at once, and once for what is asked for together', async () => {
    const { rebuild, started } = createRebuild();

    rebuild.request();
    rebuild.request();
    await jest.advanceTimersByTimeAsync(0);

    expect(started).toEqual(['index']);
  });

  it('starts again for a later change, after a pause', async () => {
    const { rebuild, started } = createRebuild();
    rebuild.request();
    await jest.advanceTimersByTimeAsync(100);

    rebuild.request();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(started).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_000);

    expect(started).toHaveLength(2);
  });

  it('lets a build that may wait join one that may not', async () => {
    const { rebuild, started } = createRebuild();

    rebuild.request({ withinMs: 10_000 });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(started).toEqual([]);
    rebuild.request();
    await jest.advanceTimersByTimeAsync(20_000);

    expect(started).toEqual(['index']);
  });

  it('tries again while a build is running', async () => {
    let refusals = 3;
    const { rebuild, started } = createRebuild(async () => {
      refusals -= 1;
      if (refusals >= 0) {
        throw new ConflictError('Task is currently running');
      }
    });

    rebuild.request();
    await jest.advanceTimersByTimeAsync(3_000);

    expect(started).toEqual(['index']);
  });

  it('leaves it to the schedule after a minute, and says so', async () => {
    const { rebuild, logger } = createRebuild(async () => {
      throw new Error('No such task');
    });

    rebuild.request();
    await jest.advanceTimersByTimeAsync(61_000);

    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/index was not started.*No such task/),
    );
    expect(jest.getTimerCount()).toBe(0);
  });
});
