export * from './access.decorators.js';
export * from './access.guard.js';
export * from './auth.module.js';
export { type Caller, CurrentCaller } from './caller.js';
export * from './token-verifier.js';
