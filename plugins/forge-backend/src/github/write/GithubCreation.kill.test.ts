import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DANA, withFiles } from '../testing/startHost';
import { useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };
const FILES = { 'README.md': '# Orders\n', 'src/main.ts': 'main();\n' };

/** More requests than a creation has. */
const MAX_REQUESTS = 30;

describe.each(['Git', 'the API'])('A creation through %s', way => {
  const stage = useStage();

  const creation = (directory: string) => ({
    ...NAME,
    description: 'Takes orders',
    directory,
    message: 'feat: begin',
    idempotencyKey: 'task-1',
  });

  /** Creates in a process that is killed with its request of this number; answers whether that came. */
  async function createAndKill(
    directory: string,
    kill: { at: number; isCarriedOut: boolean },
  ): Promise<boolean> {
    const { fake } = stage();
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '../testing/createInChild.ts'),
      ],
      { stdio: ['pipe', 'ignore', 'inherit'] },
    );
    let isKilled = false;
    const before = fake.requests.length;
    fake.fault = ({ number }) => {
      if (number - before !== kill.at) {
        return undefined;
      }
      isKilled = true;
      child.kill('SIGKILL');
      return { type: 'cut', isCarriedOut: kill.isCarriedOut };
    };
    child.stdin.end(
      JSON.stringify({
        integration: {
          host: 'ghe.example.com',
          apiBaseUrl: fake.world.apiUrl,
          token: fake.world.accounts.addToken('portal'),
        },
        creation: creation(directory),
      }),
    );
    await once(child, 'close');
    fake.fault = () => undefined;
    return isKilled;
  }

  it('that is killed at any request is finished by the next attempt', async () => {
    const { fake, host } = stage();
    if (way === 'the API') {
      fake.world.cloneOrigin = 'http://127.0.0.1:9';
    }
    let kills = 0;
    for (let at = 1; at <= MAX_REQUESTS; at++) {
      fake.world.repositories.splice(0);
      const isKilled = await withFiles(FILES, directory =>
        createAndKill(directory, { at, isCarriedOut: at % 2 === 0 }),
      );
      const [seen] = await host.listRepositories();
      expect(seen?.head ?? 'hidden').toMatch(/^[0-9a-f]{40}$|^hidden$/);

      const { commit } = await withFiles(FILES, directory =>
        host.createRepository({ ...creation(directory), actor: DANA }),
      );
      const [orders, ...others] = fake.world.repositories;
      expect(others).toEqual([]);
      expect(orders.description).toBe('Takes orders');
      const history = await orders.log(['main']);
      expect(history.map(({ sha }) => sha)).toEqual([commit]);
      expect(await orders.git(['ls-tree', '-r', '--name-only', 'main'])).toBe(
        'README.md\nsrc/main.ts\n',
      );
      if (!isKilled) {
        break;
      }
      kills++;
    }
    expect(kills).toBeGreaterThan(5);
    expect(kills).toBeLessThan(MAX_REQUESTS);
  }, 300_000);
});
