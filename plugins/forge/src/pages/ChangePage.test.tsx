import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { change, diff, forgeWithOrders, orders } from '../__testUtils__/orders';
import { showForge } from '../__testUtils__/showForge';

const CHANGE = '/repositories/acme/orders/changes/7';
const PAGE = '/forge/acme/orders/-/changes/7';

function forgeWithChange(shown = change, repository = orders) {
  return forgeWithOrders(repository)
    .answer(`GET ${CHANGE}`, shown)
    .answer(`GET ${CHANGE}/diff`, diff);
}

async function merge() {
  await userEvent.click(await screen.findByRole('button', { name: 'Merge' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Merge' }));
}

describe('the page of a change', () => {
  it('shows what it is for and what it does', async () => {
    await showForge(forgeWithChange(), PAGE);
    expect(
      await screen.findByRole('heading', { name: /Raise the tax/ }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Added line')).toBeInTheDocument();
    expect(screen.getByText('Removed line')).toBeInTheDocument();
  });

  it('merges the head that the reviewer has seen', async () => {
    const forge = forgeWithChange().answer(`POST ${CHANGE}/merge`, {
      ...change,
      state: 'merged',
      endedBy: 'user:default/dana',
    });
    await showForge(forge, PAGE);
    await merge();
    expect(await screen.findByText('merged it into main')).toBeInTheDocument();
    expect(forge.sent).toContainEqual({
      route: `POST ${CHANGE}/merge`,
      body: { expectedHead: change.head },
    });
  });

  it('offers the new state when the change moved before the merge', async () => {
    const forge = forgeWithChange().conflict(
      `POST ${CHANGE}/merge`,
      'Change 7 has new commits',
    );
    await showForge(forge, PAGE);
    await merge();
    expect(
      await screen.findByText('Change 7 has new commits'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Show it as it is now' }),
    ).toBeInTheDocument();
  });

  it('names the files in conflict and does not offer to merge', async () => {
    const conflicting = {
      ...change,
      mergeability: { state: 'conflicts' as const, paths: ['src/vat.ts'] },
    };
    await showForge(forgeWithChange(conflicting), PAGE);
    expect(await screen.findByText('src/vat.ts')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
  });

  it('lets an author comment on their own change, but not approve it', async () => {
    await showForge(forgeWithChange(), PAGE, 'user:default/sam');
    expect(
      await screen.findByRole('button', { name: 'Submit review' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('radio', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });

  it('approves with a comment', async () => {
    const forge = forgeWithChange().answer(`POST ${CHANGE}/reviews`, {
      ...change,
      reviews: [
        {
          author: 'user:default/dana',
          verdict: 'approve',
          comment: 'Fine',
          head: change.head,
          at: '2026-10-03T10:00:00Z',
        },
      ],
    });
    await showForge(forge, PAGE);
    await userEvent.type(await screen.findByLabelText(/Comment/), 'Fine');
    await userEvent.click(screen.getByRole('radio', { name: 'Approve' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Submit review' }),
    );
    expect(await screen.findByText('approved')).toBeInTheDocument();
    expect(forge.sent).toContainEqual({
      route: `POST ${CHANGE}/reviews`,
      body: { verdict: 'approve', comment: 'Fine', expectedHead: change.head },
    });
  });

  it('marks an approval of an older version', async () => {
    const approved = {
      ...change,
      reviews: [
        {
          author: 'user:default/dana',
          verdict: 'approve' as const,
          head: 'c'.repeat(40),
          at: '2026-10-03T10:00:00Z',
        },
      ],
    };
    await showForge(forgeWithChange(approved), PAGE);
    expect(await screen.findByText('of an older version')).toBeInTheDocument();
  });

  it('explains who merges to those who may not', async () => {
    const access = { propose: true, push: false, merge: false };
    await showForge(forgeWithChange(change, { ...orders, access }), PAGE);
    expect(
      await screen.findByText(
        'The owner of the repository decides when it is merged.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Merge' }),
    ).not.toBeInTheDocument();
  });
});
