import { Kit, type KitDirectories } from '../commands/Kit';
import { update } from '../commands/update';
import { print } from './report';

/** `yarn templates update` */
export async function runUpdate(directories: KitDirectories): Promise<number> {
  const written = await Kit.with(directories, update);
  written.forEach(print);
  return 0;
}
