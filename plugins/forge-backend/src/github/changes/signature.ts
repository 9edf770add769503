import type { Actor } from '@groundwork/plugin-forge-node';

const ENTITY = /^[a-z]+:[a-z0-9._-]+\/[a-z0-9._-]+$/i;

/** A line for people, and the entity for the portal itself. */
const SIGNATURE =
  /^_By [^\n]{1,200}, in the developer portal_\n<!-- groundwork:by (\S{1,200}) -->\s*$/;

/** Long enough for a name. */
const MAX_NAME = 100;

/** What a signature begins with. */
const BEGINNING = '_By ';

/** Between a text and its signature. */
const RULE = '---';

/** Anything of the same form that somebody typed. */
const FORGED = /<!-- groundwork:by [^>]{0,200}>/g;

/** Signs a text of which GitHub only knows that the portal's account wrote it. */
export function signText(text: string, actor: Actor): string {
  const name = actor.signature.name
    .replace(/[^\p{L}\p{N} .'-]/gu, '')
    .trim()
    .slice(0, MAX_NAME);
  return join(
    text,
    `${BEGINNING}${
      name || actor.ref
    }, in the developer portal_\n<!-- groundwork:by ${actor.ref} -->`,
  );
}

/** The text without its signature, and the entity that it names. */
export function readSignature(text: string | null | undefined): {
  text: string;
  ref?: string;
} {
  const { body, signature } = split(text);
  const ref = SIGNATURE.exec(signature)?.[1];
  return ref && ENTITY.test(ref) ? { text: body, ref } : { text: text ?? '' };
}

/** Puts another text above the signature: whoever corrects a text does not become its author. */
export function replaceSignedText(
  signed: string | null | undefined,
  text: string,
): string {
  const { signature } = split(signed);
  return SIGNATURE.test(signature) ? join(text, signature.trim()) : text;
}

function join(text: string, signature: string): string {
  const body = text.replace(FORGED, '').trim();
  return body ? `${body}\n\n${RULE}\n${signature}` : signature;
}

/** Found from the end and not by a pattern: the text is a stranger's, and may be made to keep a pattern busy. */
function split(text: string | null | undefined): {
  body: string;
  signature: string;
} {
  const whole = (text ?? '').replaceAll('\r\n', '\n');
  const at = whole.lastIndexOf(BEGINNING);
  if (at < 0) {
    return { body: whole, signature: '' };
  }
  const above = whole.slice(0, at).trimEnd();
  const body = above.endsWith(RULE) ? above.slice(0, -RULE.length) : above;
  return { body: body.trim(), signature: whole.slice(at) };
}
