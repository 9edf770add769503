import { screen } from '@testing-library/react';
import { showTemplateCard } from './__testUtils__/showTemplateCard';

// A file of its own: permissions are remembered for two seconds, across the tests of a file.
describe('TemplateCard', () => {
  it('cannot be chosen by who may not create', async () => {
    await showTemplateCard({}, { mayCreate: false });
    expect(
      await screen.findByRole('link', { name: 'A service' }),
    ).toHaveAttribute('href', '/catalog/default/template/service');
    expect(
      screen.queryByRole('button', { name: 'Choose' }),
    ).not.toBeInTheDocument();
  });
});
