import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { TemplatePlanner } from './TemplatePlanner';

/** More than any form holds. */
const BODY_LIMIT = '256kb';

const planRequest = z.strictObject({
  templateRef: z.string().min(1).max(512),
  values: z.record(z.string(), z.json()),
});

/** `POST /plan`: what creating from a template would do, for the user who asks. */
export function createPlanRouter(options: {
  httpAuth: HttpAuthService;
  planner: TemplatePlanner;
}): Router {
  const { httpAuth, planner } = options;
  const router = PromiseRouter();
  router.post(
    '/plan',
    express.json({ limit: BODY_LIMIT }),
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const { success, data } = planRequest.safeParse(request.body);
      if (!success) {
        throw new InputError(
          'A plan needs a templateRef, and values as an object',
        );
      }
      response.json(await planner.plan({ ...data, credentials }));
    },
  );
  return router;
}
