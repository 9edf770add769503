import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { FollowingSchedule } from './FollowingSchedule';

const BUILD_MS = 60;

/** The schedule itself starts nothing here. */
const never = { run: async () => {} };

describe('FollowingSchedule', () => {
  let schedule: FollowingSchedule;
  let starts: number[];

  beforeEach(async () => {
    starts = [];
    schedule = FollowingSchedule.create({
      schedule: never,
      logger: mockServices.logger.mock(),
      quietMs: 10,
      pauseMs: 20,
    });
    await schedule.run({
      id: 'index',
      fn: async () => {
        starts.push(performance.now());
        await sleep(BUILD_MS);
      },
    });
  });

  afterEach(() => schedule.stop());

  it('runs once for a burst of changes', async () => {
    schedule.follow();
    schedule.follow();
    schedule.follow();
    await sleep(BUILD_MS * 5);

    expect(starts).toHaveLength(1);
  });

  it('leaves nine times as long as a run has taken before the next', async () => {
    schedule.follow();
    await sleep(BUILD_MS);
    schedule.follow();
    while (starts.length < 2) {
      await sleep(10);
    }

    expect(starts[1] - starts[0]).toBeGreaterThanOrEqual(BUILD_MS * 9);
  });
});
