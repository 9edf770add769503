import { NotModifiedError } from '@backstage/errors';
import type { PreparerBase } from '@backstage/plugin-techdocs-node';
import { VersioningPreparer } from './VersioningPreparer';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'x' },
};

describe('VersioningPreparer', () => {
  const source: PreparerBase = {
    shouldCleanPreparedDirectory: () => false,
    prepare: async (_entity, { etag } = {}) => {
      if (etag === 'commit') {
        throw new NotModifiedError('as before');
      }
      return { preparedDir: '/docs', etag: 'commit' };
    },
  };
  const preparer = VersioningPreparer.create(source);

  it('finds a source unchanged that this engine has built', async () => {
    const { etag } = await preparer.prepare(entity);
    expect(etag).toMatch(/^[0-9a-f]{8}:commit$/);
    await expect(preparer.prepare(entity, { etag })).rejects.toThrow(
      'as before',
    );
  });

  it('has a source built again that another engine has built', async () => {
    for (const etag of ['commit', '00000000:commit']) {
      await expect(preparer.prepare(entity, { etag })).resolves.toMatchObject({
        preparedDir: '/docs',
      });
    }
  });

  it('leaves a source without versions without one', async () => {
    const unversioned = VersioningPreparer.create({
      ...source,
      prepare: async () => ({ preparedDir: '/docs', etag: '' }),
    });
    await expect(unversioned.prepare(entity)).resolves.toMatchObject({
      etag: '',
    });
  });
});
