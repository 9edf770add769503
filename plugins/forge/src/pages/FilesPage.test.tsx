import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forgeWithOrders, commit, HEAD, orders } from '../__testUtils__/orders';
import { showForge } from '../__testUtils__/showForge';

const ROOT = `/repositories/acme/orders`;

function forgeWithRoot(readme: string) {
  return forgeWithOrders()
    .answer(`GET ${ROOT}/locate?rest=`, {
      revision: 'main',
      commit: HEAD,
      path: '',
      type: 'directory',
    })
    .answer(`GET ${ROOT}/commits?revision=${HEAD}&limit=1`, { items: [commit] })
    .answer(`GET ${ROOT}/tree?revision=${HEAD}&path=`, {
      commit: HEAD,
      path: '',
      id: 'c',
      entries: [
        {
          name: 'README.md',
          path: 'README.md',
          type: 'file',
          size: 9,
          id: 'd',
        },
        { name: 'src', path: 'src', type: 'directory', id: 'e' },
      ],
    })
    .answer(`GET ${ROOT}/file?revision=main&path=README.md`, {
      commit: HEAD,
      path: 'README.md',
      id: 'd',
      size: readme.length,
      isBinary: false,
      isExecutable: false,
      text: readme,
    });
}

describe('the files of a repository', () => {
  it('shows above the files what waits to become part of them', async () => {
    await showForge(forgeWithRoot('# Orders'), '/forge/acme/orders');
    const pending = await screen.findByRole('region', {
      name: 'Pending changes',
    });
    expect(
      within(pending).getByRole('link', { name: 'Raise the tax' }),
    ).toHaveAttribute('href', '/forge/acme/orders/-/changes/7');
  });

  it('lists directories before files, with the last commit and the README', async () => {
    await showForge(
      forgeWithRoot('# Orders\n\nTakes them.'),
      '/forge/acme/orders',
    );
    const listing = await screen.findByRole('table', {
      name: 'Content of orders',
    });
    expect(
      within(listing)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/forge/acme/orders/-/tree/main/src',
      '/forge/acme/orders/-/blob/main/README.md',
    ]);
    expect(
      await screen.findByRole('link', { name: 'Take orders' }),
    ).toHaveAttribute('href', `/forge/acme/orders/-/commit/${HEAD}`);
    expect(
      await screen.findByRole('heading', { name: 'Orders' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Changes (1)' }),
    ).toBeInTheDocument();
    expect(document.title).toBe('acme/orders');
  });

  it('opens a file from the list', async () => {
    await showForge(
      forgeWithRoot('# Orders')
        .answer(`GET ${ROOT}/locate?rest=main%2FREADME.md`, {
          revision: 'main',
          commit: HEAD,
          path: 'README.md',
          type: 'file',
        })
        .answer(`GET ${ROOT}/file?revision=${HEAD}&path=README.md`, {
          commit: HEAD,
          path: 'README.md',
          id: 'd',
          size: 10,
          isBinary: false,
          isExecutable: false,
          text: '# Read me',
        }),
      '/forge/acme/orders',
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'README.md' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Read me' }),
    ).toBeInTheDocument();
  });

  it('leads from the README to the files that it names, and runs nothing of it', async () => {
    const readme = [
      '[guide](docs/guide.md#setup) [evil](javascript:alert(1))',
      '',
      '<img src=x onerror="alert(1)"><script>alert(1)</script>',
      '',
      '![tracker](https://tracker.example.com/pixel.png)',
    ].join('\n');
    const { container } = await showForge(
      forgeWithRoot(readme),
      '/forge/acme/orders',
    );
    expect(await screen.findByRole('link', { name: 'guide' })).toHaveAttribute(
      'href',
      '/forge/acme/orders/-/blob/main/docs/guide.md#document-setup',
    );
    expect(
      screen.queryByRole('link', { name: 'evil' }),
    ).not.toBeInTheDocument();
    expect(container.querySelector('script, img')).toBeNull();
  });

  it('shows the file of a branch with slashes, with numbered lines', async () => {
    const forge = forgeWithOrders()
      .answer(`GET ${ROOT}/locate?rest=feat%2Ftax%2Fsrc%2Ftax.ts`, {
        revision: 'feat/tax',
        commit: HEAD,
        path: 'src/tax.ts',
        type: 'file',
      })
      .answer(
        `GET ${ROOT}/commits?revision=${HEAD}&path=src%2Ftax.ts&limit=1`,
        { items: [commit] },
      )
      .answer(`GET ${ROOT}/file?revision=${HEAD}&path=src%2Ftax.ts`, {
        commit: HEAD,
        path: 'src/tax.ts',
        id: 'f',
        size: 40,
        isBinary: false,
        isExecutable: false,
        text: 'const rate = 19;\nexport { rate };\n',
      });
    await showForge(forge, '/forge/acme/orders/-/blob/feat/tax/src/tax.ts#L2');
    const content = await screen.findByRole('region', {
      name: 'Content of src/tax.ts',
    });
    expect(content).toHaveTextContent('const rate = 19;');
    expect(content.querySelector('#L2')).toHaveTextContent('export { rate };');
    expect(screen.getByRole('link', { name: 'Edit' })).toHaveAttribute(
      'href',
      '/forge/acme/orders/-/edit/feat/tax/src/tax.ts',
    );
  });

  it('says how the first commit gets into an empty repository', async () => {
    await showForge(
      forgeWithOrders({ ...orders, head: undefined }),
      '/forge/acme/orders',
    );
    expect(
      await screen.findByText('This repository is empty'),
    ).toBeInTheDocument();
    expect(screen.getByText(/\/forge\/acme\/orders\.git$/)).toBeInTheDocument();
  });

  it('tells a missing file apart from a failure', async () => {
    const forge = forgeWithOrders().notFound(
      `GET ${ROOT}/locate?rest=main%2Fgone.md`,
      'No gone.md on main',
    );
    await showForge(forge, '/forge/acme/orders/-/blob/main/gone.md');
    expect(await screen.findByText('No gone.md on main')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Back to the files' }),
    ).toBeInTheDocument();
  });

  it('tells a reader without the right so', async () => {
    await showForge(
      forgeWithOrders().forbid(`GET ${ROOT}`),
      '/forge/acme/orders',
    );
    expect(
      await screen.findByText('You may not see the repository acme/orders'),
    ).toBeInTheDocument();
  });
});
