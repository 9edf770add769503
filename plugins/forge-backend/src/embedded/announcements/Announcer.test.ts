import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForgeEvent } from '@groundwork/plugin-forge-node';
import {
  createOrders,
  createTestHost,
  DANA,
  FINN,
  ORDERS,
  type TestHost,
} from '../../__testUtils__/createTestHost';
import { commitFile, gitClient } from '../../__testUtils__/gitClient';

jest.setTimeout(60_000);

describe('announcements of the embedded host', () => {
  let forge: TestHost;
  let work: string;
  let clone: string;

  const bare = () => join(forge.directory, 'acme/orders.git');

  beforeEach(async () => {
    forge = await createTestHost();
    await createOrders(forge);
    forge.events.length = 0;
    work = await mkdtemp(join(tmpdir(), 'forge-work-'));
    clone = join(work, 'clone');
    await gitClient(['clone', '-q', bare(), clone], work);
  });

  afterEach(async () => {
    await forge.remove();
    await rm(work, { recursive: true });
  });

  const push = (...refs: string[]) =>
    gitClient(['push', '-q', 'origin', ...refs], clone);
  const brief = (events: readonly ForgeEvent[]) =>
    events.map(event => {
      switch (event.type) {
        case 'push':
          return `${event.ref} ${event.before ? 'moved' : 'new'} ${
            event.after ? '' : 'deleted'
          }`.trim();
        case 'change':
          return `change ${event.number} ${event.action}`;
        default:
          return `repository ${event.action}`;
      }
    });

  it('tell of every ref that a push has moved, the default branch first', async () => {
    await gitClient(['branch', 'a'], clone);
    await commitFile(clone, 'x', 'x');
    await gitClient(['tag', 'v1'], clone);
    await push('a', 'main', 'v1');
    await forge.host.announcePush(ORDERS);
    await push(':a', ':v1');
    await forge.host.announcePush(ORDERS);
    expect(brief(forge.events)).toEqual([
      'refs/heads/main moved',
      'refs/heads/a new',
      'refs/tags/v1 new',
      'refs/heads/a moved deleted',
      'refs/tags/v1 moved deleted',
    ]);
  });

  it('tell after a restart of what happened to the directory meanwhile', async () => {
    await commitFile(clone, 'x', 'x');
    await push('main');
    const later = await forge.restart();
    await later.host.catchUp();
    expect(later.events).toEqual([
      expect.objectContaining({
        type: 'push',
        ref: 'refs/heads/main',
        changedPaths: [{ path: 'x', status: 'added' }],
      }),
    ]);
    const again = await forge.restart();
    await again.host.catchUp();
    expect(again.events).toEqual([]);
  });

  it('wait for those who do not listen yet', async () => {
    const start = await forge.host.resolveRevision(ORDERS);
    await forge.host.start({ isQuiet: true });
    await forge.host.commit({
      ...ORDERS,
      branch: 'main',
      expectedHead: start,
      message: 'Add x',
      edits: [{ path: 'x', content: 'x' }],
      actor: DANA,
    });
    expect(forge.events).toEqual([]);
    await forge.host.catchUp();
    expect(brief(forge.events)).toEqual(['refs/heads/main moved']);
  });

  it('tell of a repository that was put in place by hand', async () => {
    await gitClient(
      ['clone', '-q', '--bare', clone, join(forge.directory, 'acme/new.git')],
      work,
    );
    const later = await forge.restart();
    await later.host.catchUp();
    expect(brief(later.events)).toEqual([
      'repository created',
      'refs/heads/main new',
    ]);
  });

  it('tell again what a crash may have kept from somebody', async () => {
    const change = await forge.host.openChange({
      ...ORDERS,
      title: 'Add x',
      edits: [{ path: 'x', content: 'x' }],
      actor: DANA,
    });
    const file = join(bare(), 'announced.json');
    const before = await readFile(file, 'utf8');
    await forge.host.mergeChange({
      ...ORDERS,
      number: 1,
      expectedHead: change.head,
      actor: FINN,
    });
    await writeFile(file, before);
    const later = await forge.restart();
    await later.host.catchUp();
    expect(brief(later.events)).toEqual([
      'refs/heads/main moved',
      'change 1 merged',
    ]);
  });

  it('begin anew when the file about them is damaged', async () => {
    await writeFile(join(bare(), 'announced.json'), '{"refs":');
    const later = await forge.restart();
    await later.host.catchUp();
    expect(brief(later.events)).toEqual([
      'repository created',
      'refs/heads/main new',
    ]);
    expect(await later.host.listRepositories()).toHaveLength(1);
  });

  it('tell that a repository is set aside, and that it is back', async () => {
    await forge.host.setAside(ORDERS);
    await expect(forge.host.getRepository(ORDERS)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await forge.host.isSetAside(ORDERS)).toBe(true);
    await forge.host.restore(ORDERS);
    await forge.host.remove(ORDERS);
    expect(brief(forge.events)).toEqual([
      'repository removed',
      'repository created',
      'refs/heads/main new',
      'repository removed',
    ]);
    expect(await forge.host.listRepositories()).toEqual([]);
  });
});
