import { posix } from 'node:path';

/**
 * Whether a symbolic link leads out of its root.
 *
 * @remarks
 * A way through another link is taken for one that leads out: `..` after it goes up from where that one leads.
 *
 * @param path - of the link, from the root
 * @param target - what the link says
 * @param isLink - whether there is a link at a path from the root
 */
export function leadsOut(
  path: string,
  target: string,
  isLink: (path: string) => boolean,
): boolean {
  if (posix.isAbsolute(target)) {
    return true;
  }
  const place = path.split('/').slice(0, -1);
  const steps = target.split('/').filter(step => step !== '' && step !== '.');
  return steps.some((step, index) => {
    if (step === '..') {
      return place.pop() === undefined;
    }
    place.push(step);
    return index < steps.length - 1 && isLink(place.join('/'));
  });
}
