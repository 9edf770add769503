import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, UnauthenticatedError } from '../errors/index.js';
import { IS_PUBLIC, ROLES } from './access.decorators.js';
import { type Carrier, carrierOf, rememberCaller } from './caller.js';
import { TokenVerifier } from './token-verifier.js';

/** Lets nobody in without an access token, nor without a role that the handler asks for. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #verifier: TokenVerifier;

  constructor(reflector: Reflector, verifier: TokenVerifier) {
    this.#reflector = reflector;
    this.#verifier = verifier;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.#reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets)) {
      return true;
    }
    const carrier = carrierOf(context);
    const caller = await this.#verifier.verify(tokenOf(carrier));
    const roles = this.#reflector.getAllAndOverride<string[] | undefined>(ROLES, targets);
    if (roles && !roles.some(role => caller.roles.includes(role))) {
      throw new ForbiddenError(`This needs the role ${roles.join(' or ')}`);
    }
    rememberCaller(carrier, caller);
    return true;
  }
}

function tokenOf(carrier: Carrier): string {
  const header = 'headers' in carrier ? carrier.headers.authorization : carrier.get('authorization')[0];
  const token = typeof header === 'string' ? /^Bearer (\S+)$/i.exec(header)?.[1] : undefined;
  if (token === undefined) {
    throw new UnauthenticatedError('This needs an access token, sent as "authorization: Bearer <token>"');
  }
  return token;
}
