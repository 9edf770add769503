import type { IncomingMessage } from 'node:http';
import type { AccessTokens } from '../tokens/AccessTokens';
import { isLocalRequest } from './localCaller';

/** Who uses Git: a program on this machine, or the owner of an access token. */
export type GitCaller =
  | { type: 'local' }
  | { type: 'user'; userEntityRef: string };

/** Finds out who uses Git, from an access token as the password or from the place of the caller. */
export class GitAuthenticator {
  readonly #tokens: Pick<AccessTokens, 'authenticate'>;
  readonly #isLocalAccessAllowed: boolean;

  static create(options: {
    tokens: Pick<AccessTokens, 'authenticate'>;
    isLocalAccessAllowed: boolean;
  }): GitAuthenticator {
    return new GitAuthenticator(options);
  }

  private constructor(options: {
    tokens: Pick<AccessTokens, 'authenticate'>;
    isLocalAccessAllowed: boolean;
  }) {
    this.#tokens = options.tokens;
    this.#isLocalAccessAllowed = options.isLocalAccessAllowed;
  }

  /** A wrong password is refused even where none is needed: the caller meant to be somebody. */
  async authenticate(
    request: Pick<IncomingMessage, 'headers' | 'socket'>,
  ): Promise<GitCaller | undefined> {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      return this.#isLocalAccessAllowed && isLocalRequest(request)
        ? { type: 'local' }
        : undefined;
    }
    const password = readBasicPassword(authorization);
    const userEntityRef =
      password && (await this.#tokens.authenticate(password));
    return userEntityRef ? { type: 'user', userEntityRef } : undefined;
  }
}

/** The user name says nothing: the token knows its owner. */
function readBasicPassword(authorization: string): string | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=]{1,1024})$/i.exec(authorization)?.[1];
  if (!encoded) {
    return undefined;
  }
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : text.slice(colon + 1);
}
