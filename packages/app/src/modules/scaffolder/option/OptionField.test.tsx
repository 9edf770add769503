import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { OptionField } from './OptionField';

// The parts of a field that this one asks for.
function props(formData: boolean | undefined, onChange: () => void) {
  return {
    name: 'redis',
    formData,
    onChange,
    schema: { title: 'Redis cache', description: 'Keeps what was read' },
    uiSchema: {},
    idSchema: { $id: 'root_redis' },
  } as unknown as ComponentProps<typeof OptionField>;
}

describe('OptionField', () => {
  it('says the effect of the option to readers of the screen and of screen readers', async () => {
    await renderInTestApp(<OptionField {...props(undefined, jest.fn())} />);
    expect(
      screen.getByRole('checkbox', {
        name: 'Redis cache',
        description: 'Keeps what was read',
      }),
    ).not.toBeChecked();
  });

  it.each([
    [false, true],
    [true, false],
  ])('turns %s into %s when it is pressed', async (before, after) => {
    const onChange = jest.fn();
    await renderInTestApp(<OptionField {...props(before, onChange)} />);
    await userEvent.click(screen.getByRole('checkbox'));
    expect(onChange).toHaveBeenCalledWith(after);
  });
});
