import express, { type Request, type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createOpenApi } from './openApi';
import { readInput, type Operation, type OperationInput } from './Operation';
import { operations, type Operations } from './operations';

/** Records of a repository in one request to check them. */
const BODY_LIMIT = '10mb';

/** Answers one operation: with a value, or by itself where the answer is not JSON. */
export type Handler<O extends Operation> = (
  input: OperationInput<O>,
  exchange: { request: Request; response: Response },
) => Promise<unknown>;

/** An answer to each operation. */
export type Handlers = { [K in keyof Operations]: Handler<Operations[K]> };

/** The API over HTTP: checks what comes in, asks the handler, and writes what it answers. */
export function createRouter(handlers: Handlers): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: BODY_LIMIT }));
  const description = createOpenApi();
  router.get('/openapi.json', async (_request, response) => {
    response.json(description);
  });
  for (const [name, described] of Object.entries(operations)) {
    // Both are keyed by the same names.
    const handle = handlers[name as keyof Operations] as Handler<Operation>;
    addRoute(router, described, handle);
  }
  return router;
}

function addRoute(
  router: Router,
  described: Operation,
  handle: Handler<Operation>,
): void {
  const { method, path, status = 200, response: schema } = described;
  const route = path.replace(/\{(\w+)\}/g, ':$1');
  router[method](route, async (request: Request, response: Response) => {
    const input = readInput(described, request);
    const answer = await handle(input, { request, response });
    if (schema) {
      response.status(status).json(answer);
    }
  });
}
