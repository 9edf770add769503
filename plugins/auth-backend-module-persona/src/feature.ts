import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { authModulePersona } from './module';
import { assertSafeSignIn } from './signInGuard';

/**
 * Adds persona sign-in to the auth backend, and keeps local sign-in out of production.
 *
 * @remarks
 * The check runs in a feature loader because a failing loader always aborts the start, while
 * `backend.startup` can tell the backend to go on without a module that failed.
 */
export const authPersonaFeature = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  loader({ config }) {
    assertSafeSignIn(config, process.env.NODE_ENV);
    return [authModulePersona];
  },
});
