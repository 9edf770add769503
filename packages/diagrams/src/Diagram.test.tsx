import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Diagram } from './Diagram';

const SOURCE = 'graph LR\n  orders --> payments';

/** Chromium draws in the journeys; here there is no layout to draw with. */
const drawn = async () => '<svg><text>orders</text></svg>';

describe('Diagram', () => {
  it('shows the drawing under its name', async () => {
    await renderInTestApp(
      <Diagram source={SOURCE} label="Order flow" draw={drawn} />,
    );
    const drawing = await screen.findByRole('img', { name: 'Order flow' });
    expect(drawing).toHaveTextContent('orders');
    expect(screen.queryByText(/orders --> payments/)).not.toBeInTheDocument();
  });

  it('shows the source on request, and hides it again', async () => {
    await renderInTestApp(<Diagram source={SOURCE} draw={drawn} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the source' }),
    );
    expect(screen.getByText(/orders --> payments/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the source' }),
    );
    expect(screen.queryByText(/orders --> payments/)).not.toBeInTheDocument();
  });

  it('shows the source and the reason when it cannot be drawn', async () => {
    const draw = () => Promise.reject(new Error('Parse error on line 2'));
    await renderInTestApp(<Diagram source={SOURCE} draw={draw} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This diagram cannot be drawn: Parse error on line 2',
    );
    expect(screen.getByText(/orders --> payments/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows the source until it is drawn', async () => {
    await renderInTestApp(
      <Diagram source={SOURCE} draw={() => new Promise(() => {})} />,
    );
    expect(screen.getByText(/orders --> payments/)).toBeInTheDocument();
  });
});
