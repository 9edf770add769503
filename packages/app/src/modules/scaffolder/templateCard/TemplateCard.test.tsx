import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showTemplateCard } from './__testUtils__/showTemplateCard';

const PROVEN = {
  'groundwork.io/proven-version': '1.2.0',
  'groundwork.io/proven-at': '2026-11-24',
  'groundwork.io/proven-with': 'Node.js 24.21.0, pnpm 10.34.8',
};

describe('TemplateCard', () => {
  it('says which version it is, when it was proven and with what', async () => {
    await showTemplateCard(PROVEN);
    expect(await screen.findByText('Version 1.2.0')).toBeInTheDocument();
    expect(
      screen.getByText(
        /^Proven on .*2026 with Node.js 24.21.0, pnpm 10.34.8\.$/,
      ),
    ).toBeInTheDocument();
  });

  it('says so when another version was proven than the one that is offered', async () => {
    await showTemplateCard({
      ...PROVEN,
      'groundwork.io/proven-version': '1.1.0',
    });
    expect(
      await screen.findByText(/^This version is not proven.* is 1\.1\.0\.$/),
    ).toBeInTheDocument();
  });

  it('says so when nothing was proven', async () => {
    await showTemplateCard({});
    expect(await screen.findByText(/^Not proven yet/)).toBeInTheDocument();
  });

  it('is chosen by its button', async () => {
    const onSelected = jest.fn();
    await showTemplateCard(PROVEN, { onSelected });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose' }),
    );
    expect(onSelected).toHaveBeenCalled();
  });
});
