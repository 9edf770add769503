import { WriteGate } from './WriteGate';

describe('WriteGate', () => {
  it('lets nobody through before it is open', async () => {
    const gate = WriteGate.create();
    const log: string[] = [];
    const passing = gate.pass(async () => void log.push('inside'));
    await new Promise(setImmediate);
    expect(log).toEqual([]);
    gate.open();
    await passing;
    expect(log).toEqual(['inside']);
  });

  it('sends those away who wait when it closes, and those who come later', async () => {
    const gate = WriteGate.create();
    const waiting = gate.pass(async () => 'inside');
    void gate.close('Closed for good');
    const later = gate.pass(async () => 'inside');
    for (const attempt of [waiting, later]) {
      await expect(attempt).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: 'Closed for good',
      });
    }
  });

  it('closes when those inside are done, however that ends', async () => {
    const gate = WriteGate.create();
    gate.open();
    let fail = () => {};
    const inside = gate.pass(
      () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(new Error('no'));
        }),
    );
    let isClosed = false;
    const closing = gate.close('Closed').then(() => {
      isClosed = true;
    });
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    fail();
    await expect(inside).rejects.toThrow('no');
    await closing;
    expect(isClosed).toBe(true);
  });
});
