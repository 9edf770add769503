import { createMockDirectory } from '@backstage/backend-test-utils';
import { removeOtherFiles } from './removeOtherFiles';

describe('removeOtherFiles', () => {
  const site = createMockDirectory();
  const model = createMockDirectory();

  it('removes what the model does not have and keeps the rest', async () => {
    model.setContent({ 'index.html': '', a: { 'index.html': '' } });
    site.setContent({
      'index.html': 'kept',
      a: { 'index.html': 'kept', 'old.png': '' },
      gone: { 'index.html': '' },
    });
    await removeOtherFiles(site.path, model.path);
    expect(site.content()).toEqual({
      'index.html': 'kept',
      a: { 'index.html': 'kept' },
    });
  });
});
