import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError, ResponseError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useAsyncState } from '../hooks/useAsyncState';
import { AsyncView, type AsyncState } from './AsyncView';
import { EmptyState } from './EmptyState';

function show(state: AsyncState<string[]>) {
  return renderInTestApp(
    <AsyncView
      subject="your services"
      state={state}
      isEmpty={services => services.length === 0}
      empty={<EmptyState title="No services" description="You own none." />}
    >
      {services => <p>{services.join()}</p>}
    </AsyncView>,
  );
}

function Services(props: { load: () => Promise<string[]> }) {
  const state = useAsyncState(props.load, []);
  return (
    <AsyncView subject="your services" state={state}>
      {services => <p>{services.join()}</p>}
    </AsyncView>
  );
}

/** The error that Backstage's clients throw for a 403. */
function refusalOfServer() {
  const error = { name: 'NotAllowedError', message: 'denied' };
  return ResponseError.fromResponse({
    ok: false,
    status: 403,
    statusText: 'Forbidden',
    redirected: false,
    type: 'basic',
    url: 'http://localhost/api/catalog',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => JSON.stringify({ error, response: { statusCode: 403 } }),
  });
}

describe('AsyncView', () => {
  it('tells screen readers what is loading', async () => {
    await show({});
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading your services',
    );
  });

  it('shows what was loaded', async () => {
    await show({ value: ['billing', 'orders'] });
    expect(screen.getByText('billing,orders')).toBeInTheDocument();
  });

  it('explains an empty answer instead of showing an empty box', async () => {
    await show({ value: [] });
    expect(screen.getByText('No services')).toBeInTheDocument();
  });

  it('shows the reason of a failure, and what came of trying again', async () => {
    let attempts = 0;
    const load = async () => {
      attempts += 1;
      // Answers only once the test looks for what is shown.
      await new Promise(resolve => setTimeout(resolve, 20));
      if (attempts === 1) throw new Error('host is down');
      return ['billing'];
    };
    await renderInTestApp(<Services load={load} />);
    expect(
      await screen.findByText('Could not load your services'),
    ).toBeInTheDocument();
    expect(screen.getByText('host is down')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('billing')).toBeInTheDocument();
  });

  it.each([
    ['of this process', async () => new NotAllowedError('denied')],
    ['that a server answered', refusalOfServer],
  ])(
    'tells a missing right %s apart from a failure',
    async (_, createRefusal) => {
      await show({ error: await createRefusal() });
      expect(
        screen.getByText('You may not see your services'),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Try again' }),
      ).not.toBeInTheDocument();
    },
  );
});
