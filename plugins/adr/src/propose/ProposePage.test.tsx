import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeLog } from '../__testUtils__/FakeLog';
import { place } from '../__testUtils__/records';
import { showDecisions } from '../__testUtils__/showDecisions';

const ADDRESS = '/decisions/-/new?entity=component:default/orders';
const PLACE = 'GET /entities/component/default/orders/place';

async function fillIn() {
  await userEvent.type(
    await screen.findByRole('textbox', { name: /^Title/ }),
    'Drop queues',
  );
  await userEvent.type(
    screen.getByRole('textbox', { name: /^Context/ }),
    'They cost more than they bring.',
  );
  await userEvent.type(
    screen.getByRole('textbox', { name: /^Outcome/ }),
    'Call the service itself.',
  );
}

describe('the form of a proposal', () => {
  beforeEach(() => sessionStorage.clear());

  it('opens a change with what was written', async () => {
    const log = new FakeLog().answer(PLACE, place()).answer('POST /decisions', {
      change: 9,
      changeUrl: '/forge/acme/orders/-/changes/9',
      path: 'docs/adr/0002-drop-queues.md',
      number: 2,
    });
    await showDecisions(log, ADDRESS);
    await fillIn();
    await userEvent.click(
      screen.getByRole('button', { name: 'Open a change' }),
    );
    expect(await screen.findByText('Change 9 is open')).toBeInTheDocument();
    expect(log.sent.at(-1)?.body).toMatchObject({
      entityRef: 'component:default/orders',
      draft: { title: 'Drop queues', outcome: 'Call the service itself.' },
      supersedes: [],
    });
  });

  it('shows the record as it will be, by the name of its file', async () => {
    await showDecisions(new FakeLog().answer(PLACE, place()), ADDRESS);
    await fillIn();
    expect(
      await screen.findByText('docs/adr/0002-drop-queues.md'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Drop queues' }),
    ).toBeInTheDocument();
  });

  it('cannot be sent before it says what is decided and why', async () => {
    await showDecisions(new FakeLog().answer(PLACE, place()), ADDRESS);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Title/ }),
      'Drop queues',
    );
    expect(
      screen.getByRole('button', { name: 'Open a change' }),
    ).toBeDisabled();
    expect(
      screen.getByText('Needs a title, a context and an outcome.'),
    ).toBeInTheDocument();
  });

  it('keeps what was written when the change cannot be opened', async () => {
    const log = new FakeLog().answer(PLACE, place()).refuse('POST /decisions', {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the forge is asleep',
    });
    await showDecisions(log, ADDRESS);
    await fillIn();
    await userEvent.click(
      screen.getByRole('button', { name: 'Open a change' }),
    );
    expect(await screen.findByText(/the forge is asleep/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveValue(
      'Drop queues',
    );
  });

  it('keeps what was written when the reader leaves the page', async () => {
    const log = new FakeLog().answer(PLACE, place());
    const { unmount } = await showDecisions(log, ADDRESS);
    await fillIn();
    unmount();
    await showDecisions(log, ADDRESS);
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveValue(
        'Drop queues',
      ),
    );
  });

  it('takes the chosen option for the outcome', async () => {
    await showDecisions(new FakeLog().answer(PLACE, place()), ADDRESS);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add an option' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Option 1' }),
      'Topics',
    );
    expect(screen.queryByRole('textbox', { name: /^Outcome/ })).toBeNull();
    expect(
      screen.getByRole('button', { name: /Chosen option/ }),
    ).toBeInTheDocument();
  });

  it('says why somebody may not propose here, and shows no form', async () => {
    const log = new FakeLog().answer(
      PLACE,
      place({
        mayPropose: false,
        reason: 'Your role may not propose decisions.',
      }),
    );
    await showDecisions(log, ADDRESS);
    expect(
      await screen.findByText('Your role may not propose decisions.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: /^Title/ })).toBeNull();
  });

  it('says why the place of the record could not be found', async () => {
    const log = new FakeLog().refuse(PLACE, {
      status: 404,
      name: 'NotFoundError',
      message: 'its catalog entry needs a source location',
    });
    await showDecisions(log, ADDRESS);
    expect(
      await screen.findByText(/its catalog entry needs a source location/),
    ).toBeInTheDocument();
  });
});
