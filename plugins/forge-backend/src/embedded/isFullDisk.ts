import { isError } from '@backstage/errors';

const CODES = ['ENOSPC', 'EDQUOT'];

/** In the words of the system, and in those of Git, which do not always say why. */
const WORDS =
  /No space left on device|Disk quota exceeded|Out of diskspace|couldn't write/;

/** Whether something failed because there is, as far as one can tell, no room for it. */
export function isFullDisk(error: unknown): boolean {
  return (
    isError(error) &&
    (CODES.includes(String(error.code)) || WORDS.test(error.message))
  );
}
