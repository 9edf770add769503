import type { Signature } from '@groundwork/plugin-forge-common';

/** A signature that cannot break the object that it is written into. */
export function cleanSignature({ name, email }: Signature): Signature {
  return {
    name: clean(name) || 'Unknown',
    email: clean(email) || 'unknown@localhost',
  };
}

/** The variables by which Git learns who made a commit. */
export function signatureEnvironment(
  signature: Signature,
): Record<string, string> {
  const { name, email } = cleanSignature(signature);
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
}

/** Takes out what would end the name or address in a Git object, and what Git would take out itself. */
function clean(text: string): string {
  return text
    .replace(/[<>\p{Cc}]/gu, '')
    .replace(/^[\s.,:;"'\\]+|[\s.,:;"'\\]+$/g, '');
}
