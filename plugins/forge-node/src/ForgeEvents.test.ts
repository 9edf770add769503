import { mockServices } from '@backstage/backend-test-utils';
import type { PushEvent } from './events';
import { ForgeEvents } from './ForgeEvents';

const PUSH: PushEvent = {
  type: 'push',
  host: 'embedded',
  namespace: 'acme',
  name: 'orders',
  ref: 'refs/heads/main',
  isDefaultBranch: true,
  changedPaths: [],
};

describe('ForgeEvents', () => {
  it('tells the listeners of an event of its type only', () => {
    const events = ForgeEvents.create({ logger: mockServices.logger.mock() });
    const heard: string[] = [];
    events.on('push', event => void heard.push(event.ref));
    events.on('change', () => void heard.push('change'));

    events.emit(PUSH);

    expect(heard).toEqual(['refs/heads/main']);
  });

  it('stops telling a listener that has left', () => {
    const events = ForgeEvents.create({ logger: mockServices.logger.mock() });
    const heard: string[] = [];
    events.on('push', event => void heard.push(event.ref))();

    events.emit(PUSH);

    expect(heard).toEqual([]);
  });

  it('logs a listener that fails and goes on with the others', async () => {
    const logger = mockServices.logger.mock();
    const events = ForgeEvents.create({ logger });
    const heard: string[] = [];
    events.on('push', () => {
      throw new Error('synchronous');
    });
    events.on('push', async () => {
      throw new Error('asynchronous');
    });
    events.on('push', event => void heard.push(event.ref));

    events.emit(PUSH);
    await new Promise(setImmediate);

    expect(heard).toEqual(['refs/heads/main']);
    expect(logger.error).toHaveBeenCalledTimes(2);
  });
});
