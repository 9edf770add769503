import { FakeRefusal } from './answers';
import { route, type FakeRoute } from './FakeRoute';

/** The routes that a token of a user has and one of an App has not. */
export const accountRoutes: readonly FakeRoute[] = [
  route('GET /user', {
    handle: ({ caller }) => {
      if (caller.isApp) {
        throw new FakeRefusal(403, 'Resource not accessible by integration');
      }
      return {
        status: 200,
        body: { login: caller.login, id: 1, type: 'User' },
      };
    },
  }),
];
