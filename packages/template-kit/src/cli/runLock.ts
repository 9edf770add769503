import { join } from 'node:path';
import { Kit, type KitDirectories } from '../commands/Kit';
import { lock } from '../commands/lock';
import { bringPnpm } from '../prove/bringPnpm';
import { print } from './report';

/** `yarn templates lock` */
export async function runLock(
  directories: KitDirectories,
  root: string,
): Promise<number> {
  const env = await bringPnpm(join(root, 'var', 'tools'), process.env);
  print(await Kit.with(directories, kit => lock(kit, env)));
  return 0;
}
