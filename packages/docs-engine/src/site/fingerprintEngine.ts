import { createHash } from 'node:crypto';
import { ENGINE_REVISION } from './createPageKey';
import { readStylesheet } from './readStylesheet';

/** A name for the way in which sites are written, for those who keep them. */
export function fingerprintEngine(): string {
  return createHash('sha256')
    .update(`${ENGINE_REVISION} ${readStylesheet().path}`)
    .digest('hex')
    .slice(0, 8);
}
