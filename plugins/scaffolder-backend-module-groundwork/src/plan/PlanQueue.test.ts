import { PlanQueue } from './PlanQueue';

/** A task that ends when the test says so. */
function createTask(name: string, log: string[]) {
  let end = () => {};
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const run = async () => {
    log.push(`${name} begins`);
    await ended;
    return name;
  };
  return { run, end };
}

const settle = () => new Promise(setImmediate);

describe('PlanQueue', () => {
  it('works on one plan of a user at a time, and drops all waiting ones but the newest', async () => {
    const queue = new PlanQueue();
    const log: string[] = [];
    const [first, second, third] = ['first', 'second', 'third'].map(name =>
      createTask(name, log),
    );
    const plans = [first, second, third].map(({ run }) =>
      queue.run('dana', run),
    );
    const answers = Promise.allSettled(plans);
    await settle();
    expect(log).toEqual(['first begins']);

    first.end();
    third.end();
    expect(await answers).toMatchObject([
      { value: 'first' },
      { reason: { message: 'A newer plan was asked for' } },
      { value: 'third' },
    ]);
    expect(log).toEqual(['first begins', 'third begins']);
  });

  it('works on a few plans of different users at a time', async () => {
    const queue = new PlanQueue();
    const log: string[] = [];
    const tasks = ['a', 'b', 'c', 'd'].map(name => createTask(name, log));
    const plans = tasks.map(({ run }, index) => queue.run(`${index}`, run));
    await settle();
    expect(log).toHaveLength(3);
    tasks.forEach(({ end }) => end());
    await Promise.all(plans);
  });

  it('refuses more than can be answered in time, and answers the rest', async () => {
    const queue = new PlanQueue();
    const task = createTask('a', []);
    const plans = Array.from({ length: 30 }, (_, index) =>
      queue.run(`user ${index}`, task.run),
    );
    const answers = Promise.allSettled(plans);
    await settle();
    task.end();
    const refused = (await answers).filter(
      ({ status }) => status === 'rejected',
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(15);
    expect(refused[0]).toMatchObject({
      reason: { name: 'ServiceUnavailableError' },
    });
  });

  it('goes on after a plan that failed', async () => {
    const queue = new PlanQueue();
    await expect(
      queue.run('dana', async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    await expect(queue.run('dana', async () => 'fine')).resolves.toBe('fine');
  });
});
