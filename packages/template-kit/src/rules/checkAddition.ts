import type { JsonObject } from '@backstage/types';
import type { RenderedTree } from '../render/RenderedTree';
import type { Finding } from './Finding';

/** Where a service or a library may write in a platform that others work in: its own places, and the lockfile. */
const PLACES = (name: string) => [
  `libs/${name}/`,
  `services/${name}/`,
  `.github/workflows/${name}.yml`,
  'pnpm-lock.yaml',
];

const ENVIRONMENT = /^deploy\/environments\/[a-z]+\/([^/]+)\.yaml$/;

/** Finds what an addition to a platform touches and should leave alone. */
export function checkAddition(
  written: RenderedTree,
  { name }: JsonObject,
): Finding[] {
  const places = PLACES(String(name));
  return written.files
    .filter(
      ({ path }) =>
        !places.some(place => path === place || isBelow(path, place)) &&
        ENVIRONMENT.exec(path)?.[1] !== name,
    )
    .map(({ path }) => ({
      rule: 'addition-elsewhere',
      place: path,
      message: `is not a place of '${name}', so its change would touch what others wrote`,
    }));
}

function isBelow(path: string, place: string): boolean {
  return place.endsWith('/') && path.startsWith(place);
}
