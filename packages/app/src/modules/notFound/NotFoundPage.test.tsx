import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { NotFoundPage, wordsOf } from './NotFoundPage';

describe('wordsOf', () => {
  it('turns an address into words to search for', () => {
    expect(wordsOf('/catalog/default/component/auth-service')).toBe(
      'default component auth service',
    );
  });

  it('keeps each word once', () => {
    expect(wordsOf('/docs/docs/orders')).toBe('docs orders');
  });

  it('has nothing to say of an address without words', () => {
    expect(wordsOf('///')).toBe('');
  });
});

describe('NotFoundPage', () => {
  it('names the address and offers its words as a search', async () => {
    await renderInTestApp(<NotFoundPage />, {
      initialRouteEntries: ['/services/orders-api'],
    });
    expect(
      screen.getByRole('heading', {
        name: 'There is no page at /services/orders-api',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('services orders api');
  });
});
