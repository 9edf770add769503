import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { change, forgeWithOrders, HEAD, orders } from '../__testUtils__/orders';
import { showForge } from '../__testUtils__/showForge';

const ROOT = '/repositories/acme/orders';
const PAGE = '/forge/acme/orders/-/edit/main/a.txt';
const KEY = 'forge.draft:["acme","orders","main","a.txt"]';

function forgeWithFile(repository = orders) {
  return forgeWithOrders(repository)
    .answer(`GET ${ROOT}/locate?rest=main%2Fa.txt`, {
      revision: 'main',
      commit: HEAD,
      path: 'a.txt',
      type: 'file',
    })
    .answer(`GET ${ROOT}/file?revision=${HEAD}&path=a.txt`, {
      commit: HEAD,
      path: 'a.txt',
      id: 'f',
      size: 4,
      isBinary: false,
      isExecutable: false,
      text: 'old\n',
    });
}

function storeDraft() {
  sessionStorage.setItem(
    KEY,
    JSON.stringify({
      text: 'new\n',
      title: 'Renew it',
      description: '',
      baseCommit: HEAD,
      original: 'old\n',
    }),
  );
}

afterEach(() => sessionStorage.clear());

describe('the edit page', () => {
  it('brings back what was typed, and proposes it as a change', async () => {
    storeDraft();
    const forge = forgeWithFile()
      .answer(`POST ${ROOT}/changes`, change)
      .answer(`GET ${ROOT}/changes/7`, change)
      .answer(`GET ${ROOT}/changes/7/diff`, { files: [], omittedFiles: 0 });
    await showForge(forge, PAGE);
    expect(
      await screen.findByText('What you typed earlier is back'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Propose change' }),
    );
    expect(
      await screen.findByRole('heading', { name: /Raise the tax/ }),
    ).toBeInTheDocument();
    expect(forge.sent).toContainEqual({
      route: `POST ${ROOT}/changes`,
      body: {
        title: 'Renew it',
        description: '',
        targetBranch: 'main',
        baseCommit: HEAD,
        edits: [{ path: 'a.txt', content: 'new\n' }],
        message: 'Renew it',
      },
    });
    expect(sessionStorage.getItem(KEY)).toBeNull();
  });

  it('keeps the text when the branch has moved', async () => {
    storeDraft();
    const access = { propose: true, push: true, merge: true };
    const forge = forgeWithFile({ ...orders, access }).conflict(
      `POST ${ROOT}/commits`,
      'main is at another commit',
    );
    await showForge(forge, PAGE);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Commit to main' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Commit to main' }),
    );
    expect(
      await screen.findByText('main is at another commit'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('textbox', { name: 'Text of a.txt' }),
    ).toHaveTextContent('new');
    expect(sessionStorage.getItem(KEY)).toContain('new');
  });

  it('shows what differs before it is sent', async () => {
    storeDraft();
    await showForge(forgeWithFile(), PAGE);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Preview the difference' }),
    );
    expect(await screen.findByText('Added line')).toBeInTheDocument();
  });

  it('offers no direct commit to those who may only propose', async () => {
    await showForge(forgeWithFile(), PAGE);
    expect(
      await screen.findByRole('button', { name: 'Propose change' }),
    ).toBeDisabled();
    expect(
      screen.queryByRole('radio', { name: 'Commit to main' }),
    ).not.toBeInTheDocument();
  });

  it('explains why a reader cannot edit', async () => {
    const access = { propose: false, push: false, merge: false };
    await showForge(forgeWithFile({ ...orders, access }), PAGE);
    expect(
      await screen.findByText('a.txt cannot be edited here'),
    ).toBeInTheDocument();
  });
});
