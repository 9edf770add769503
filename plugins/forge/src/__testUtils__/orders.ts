import type { Change, Commit, Diff } from '@groundwork/plugin-forge-common';
import type { AccessibleRepository } from '../api/forgeApi';
import { FakeForge } from './FakeForge';

/** The commit that `main` points to. */
export const HEAD = 'a'.repeat(40);

const PROPOSED = 'b'.repeat(40);

/** The repository that the tests look at. */
export const orders: AccessibleRepository = {
  host: 'embedded',
  namespace: 'acme',
  name: 'orders',
  description: 'Takes orders',
  owner: 'group:default/checkout',
  defaultBranch: 'main',
  head: HEAD,
  updatedAt: '2026-10-01T10:00:00Z',
  url: '/forge/acme/orders',
  cloneUrl: '/forge/acme/orders.git',
  access: { propose: true, push: false, merge: true },
};

/** The commit at the head of `main`. */
export const commit: Commit = {
  id: HEAD,
  parents: [],
  author: { name: 'Dana Okafor', email: 'dana@example.com' },
  committer: { name: 'Dana Okafor', email: 'dana@example.com' },
  committedAt: '2026-10-01T12:00:00+02:00',
  title: 'Take orders',
  body: '',
};

/** One changed line. */
export const diff: Diff = {
  omittedFiles: 0,
  files: [
    {
      path: 'src/tax.ts',
      status: 'modified',
      additions: 1,
      deletions: 1,
      isBinary: false,
      patch: [
        'diff --git a/src/tax.ts b/src/tax.ts',
        'index 1111111..2222222 100644',
        '--- a/src/tax.ts',
        '+++ b/src/tax.ts',
        '@@ -1,2 +1,2 @@',
        ' // VAT',
        '-export const rate = 19;',
        '+export const rate = 20;',
        '',
      ].join('\n'),
    },
  ],
};

/** An open change by Sam that can be merged. */
export const change: Change = {
  number: 7,
  title: 'Raise the tax',
  description: 'From **January**.',
  state: 'open',
  author: 'user:default/sam',
  sourceBranch: 'tax',
  targetBranch: 'main',
  head: PROPOSED,
  base: HEAD,
  createdAt: '2026-10-02T10:00:00Z',
  updatedAt: '2026-10-02T10:00:00Z',
  mergeability: { state: 'clean' },
  reviews: [],
  url: '/forge/acme/orders/-/changes/7',
};

/** Answers what every page of the repository asks. */
export function forgeWithOrders(
  repository: AccessibleRepository = orders,
): FakeForge {
  return new FakeForge()
    .answer('GET /repositories/acme/orders', repository)
    .answer('GET /repositories/acme/orders/changes?state=open', {
      items: [change],
    })
    .answer('GET /repositories/acme/orders/refs', {
      branches: [
        { name: 'main', commit: HEAD },
        { name: 'tax', commit: PROPOSED },
      ],
      tags: [],
    });
}
