import { createHash } from 'node:crypto';

/** GitHub admits no longer description. */
const MAX_DESCRIPTION = 350;

/** A key of this form stands in the mark as it is, so that people find their task by it. */
const PLAIN_KEY = /^[A-Za-z0-9._:-]{1,64}$/;

const MARK = / ?\[groundwork:([^\]\s]+)\]$/;

/** The last line of the first commit of a repository that the portal made. */
const TRAILER = 'Groundwork-Task';

/** The same for a commit that is only there because GitHub takes no objects into an empty repository. */
const SEED_TRAILER = 'Groundwork-Seed';

/** A key as it stands in descriptions and messages. */
export function formatKey(idempotencyKey: string): string {
  return PLAIN_KEY.test(idempotencyKey)
    ? idempotencyKey
    : createHash('sha256').update(idempotencyKey).digest('hex');
}

/** Says in the description of a repository that it is being made, and by which attempt. */
export function markDescription(description: string, key: string): string {
  const mark = ` [groundwork:${key}]`;
  return `${description.slice(0, MAX_DESCRIPTION - mark.length)}${mark}`.trim();
}

/** A description as GitHub takes it: on one line, and not too long. */
export function formatDescription(description: string = ''): string {
  return description
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_DESCRIPTION);
}

/** The description without the mark, and the key of the mark. */
export function readDescription(text: string | null | undefined): {
  description?: string;
  key?: string;
} {
  const key = MARK.exec(text ?? '')?.[1];
  const description = (text ?? '').replace(MARK, '');
  return { ...(description && { description }), ...(key && { key }) };
}

/** The message of the first commit, which says for ever who made the repository. */
export function signMessage(message: string, key: string): string {
  return `${message.trim() || 'Initial commit'}\n\n${TRAILER}: ${key}`;
}

/** The message of a commit that the first one replaces at once. */
export function signSeed(key: string): string {
  return `Prepare the repository\n\n${SEED_TRAILER}: ${key}`;
}

/** Whether a commit is the first one that an attempt with this key made, or only its seed. */
export function recognize(
  message: string,
  key: string,
): 'first' | 'seed' | undefined {
  const last = lastLine(message);
  if (last === `${TRAILER}: ${key}`) {
    return 'first';
  }
  return last === `${SEED_TRAILER}: ${key}` ? 'seed' : undefined;
}

/** Whether a commit is the seed of any attempt. */
export function isSeed(message: string): boolean {
  return lastLine(message)?.startsWith(`${SEED_TRAILER}: `) ?? false;
}

function lastLine(message: string): string | undefined {
  return message.trimEnd().split('\n').at(-1);
}
