import { EventEmitter } from 'node:events';
import { ProcessSlots } from './ProcessSlots';

/** The part of a response that tells when its caller has left. */
const caller = () => new EventEmitter() as never;

describe('ProcessSlots', () => {
  it('runs as many at once as it has slots, in the order of arrival', async () => {
    const slots = ProcessSlots.create({ count: 2, maxWaitMs: 1000 });
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(resolve => setTimeout(resolve, 20));
      log.push(`${name} ends`);
    };
    await Promise.all(
      ['a', 'b', 'c'].map(name => slots.run(caller(), task(name))),
    );
    expect(log.slice(0, 3)).toEqual(['a begins', 'b begins', 'a ends']);
    expect(log).toContain('c ends');
  });

  it('gives a slot back when a task fails', async () => {
    const slots = ProcessSlots.create({ count: 1, maxWaitMs: 1000 });
    await expect(
      slots.run(caller(), async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(slots.run(caller(), async () => undefined)).resolves.toBe(
      true,
    );
  });

  it('sends away who has waited for too long', async () => {
    const slots = ProcessSlots.create({ count: 0, maxWaitMs: 10 });
    const task = jest.fn();
    await expect(slots.run(caller(), task)).resolves.toBe(false);
    expect(task).not.toHaveBeenCalled();
  });

  it('forgets who has left the line', async () => {
    const slots = ProcessSlots.create({ count: 1, maxWaitMs: 1000 });
    let end = () => {};
    const first = slots.run(
      caller(),
      () => new Promise<void>(resolve => (end = resolve)),
    );
    const leaving = new EventEmitter();
    const second = slots.run(leaving as never, async () => undefined);
    leaving.emit('close');
    await expect(second).resolves.toBe(false);
    end();
    await expect(first).resolves.toBe(true);
    await expect(slots.run(caller(), async () => undefined)).resolves.toBe(
      true,
    );
  });
});
