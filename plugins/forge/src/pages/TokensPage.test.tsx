import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeForge } from '../__testUtils__/FakeForge';
import { showForge } from '../__testUtils__/showForge';

const token = { id: 't1', name: 'laptop', createdAt: '2026-10-01T10:00:00Z' };

describe('the access tokens of the reader', () => {
  it('shows the secret of a new token', async () => {
    const forge = new FakeForge()
      .answer('GET /tokens', { items: [] })
      .answer('POST /tokens', { ...token, secret: 'only-now' });
    await showForge(forge, '/forge/-/tokens');
    await userEvent.type(await screen.findByLabelText(/Name/), 'laptop');
    await userEvent.click(screen.getByRole('button', { name: 'Create token' }));
    expect(await screen.findByText('only-now')).toBeInTheDocument();
    expect(forge.sent).toContainEqual({
      route: 'POST /tokens',
      body: { name: 'laptop', expiresInDays: 90 },
    });
  });

  it('asks before it revokes a token', async () => {
    const forge = new FakeForge()
      .answer('GET /tokens', { items: [token] })
      .answer('DELETE /tokens/t1', undefined);
    await showForge(forge, '/forge/-/tokens');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revoke laptop' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(forge.sent).not.toContainEqual({ route: 'DELETE /tokens/t1' });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke' }),
    );
    expect(forge.sent).toContainEqual({ route: 'DELETE /tokens/t1' });
  });
});
