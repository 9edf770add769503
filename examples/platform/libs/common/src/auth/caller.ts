import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Who makes a request, as their access token says. */
export interface Caller {
  id: string;
  roles: readonly string[];
}

/** What carries the credentials of a request: an HTTP request, or the metadata of a call. */
export type Carrier = Request | { get(key: string): unknown[] };

const callers = new WeakMap<Carrier, Caller>();

export function carrierOf(context: ExecutionContext): Carrier {
  return context.getType() === 'rpc' ? context.switchToRpc().getContext() : context.switchToHttp().getRequest();
}

export function rememberCaller(carrier: Carrier, caller: Caller): void {
  callers.set(carrier, caller);
}

/** Gives a handler the caller that the access guard let in; a handler for the public has none. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callers.get(carrierOf(context)),
);
