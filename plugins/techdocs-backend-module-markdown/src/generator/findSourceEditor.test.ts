import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { EDIT_PATH } from '@groundwork/docs-engine';
import { findSourceEditor } from './findSourceEditor';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'git.example.com',
          baseUrl: 'https://git.example.com',
          apiBaseUrl: 'https://git.example.com/api/v4',
        },
      ],
    },
  }),
);

describe('findSourceEditor', () => {
  it.each([
    [
      'https://github.com/acme/x/tree/main/svc',
      `https://github.com/acme/x/edit/main/svc/${EDIT_PATH}`,
    ],
    [
      'https://git.example.com/acme/x/-/tree/main/',
      `https://git.example.com/acme/x/-/edit/main/${EDIT_PATH}`,
    ],
  ])('finds the editor for %s', (target, editor) => {
    expect(findSourceEditor({ type: 'url', target }, integrations)).toBe(
      editor,
    );
  });

  it('finds none for a directory, and for a host that nobody knows', () => {
    expect(
      findSourceEditor({ type: 'dir', target: '/x' }, integrations),
    ).toBeUndefined();
    expect(
      findSourceEditor(
        { type: 'url', target: 'https://unknown.example.com/x' },
        integrations,
      ),
    ).toBeUndefined();
  });
});
