import { parseGitRoute } from './gitRoute';

const upload = 'git-upload-pack';

describe('parseGitRoute', () => {
  it.each([
    ['GET', '/acme/orders/info/refs', upload, 'acme/orders'],
    ['GET', '/acme/orders.git/info/refs', upload, 'acme/orders'],
    ['POST', '/acme/orders.git/git-receive-pack', undefined, 'acme/orders'],
    ['GET', '/acme/orders', undefined, undefined],
    ['GET', '/acme/orders.git', undefined, undefined],
    ['GET', '/acme/orders/-/blob/main/info/refs', upload, undefined],
    ['GET', '/acme/orders/info/refs', undefined, 403],
    ['GET', '/acme/orders/info/refs', ['git-upload-pack'], 403],
    ['GET', '/acme/orders/info/refs', 'git-upload-archive', 403],
    ['POST', '/acme/orders/info/refs', upload, 405],
    ['GET', '/acme/orders/git-upload-pack', undefined, 405],
    ['GET', '/acme/orders.git/HEAD', undefined, 404],
    ['GET', '/acme/orders.git/objects/info/packs', undefined, 404],
    ['GET', '/acme/orders.git/config', undefined, 404],
    ['GET', '/../orders/info/refs', upload, 404],
    ['GET', '/acme/%2e%2e/info/refs', upload, 404],
    ['GET', '/acme/..%2f..%2fetc/info/refs', upload, 404],
    ['GET', '/acme/-orders/info/refs', upload, 404],
    ['GET', '/acme/.git/info/refs', upload, 404],
    ['GET', '/acme/a\0b/info/refs', upload, 404],
  ])('reads %s %j with service %j', (method, path, service, expected) => {
    const route = parseGitRoute({ method, path, service });
    const answer =
      route &&
      ('status' in route ? route.status : `${route.namespace}/${route.name}`);
    expect(answer).toBe(expected);
  });
});
