import type { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { exampleCard } from './exampleCard';
import { ExampleNote } from './ExampleNote';

function component(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'auth-service', annotations },
  };
}

describe('the note on examples', () => {
  it('says what the entity is and leads to how to remove it', async () => {
    await renderInTestApp(<ExampleNote />);

    expect(
      screen.getByRole('note', { name: 'An example of Acme' }),
    ).toHaveTextContent('groundwork.examples: false');
    expect(
      screen.getByRole('link', { name: 'Turn the examples off' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/system/groundwork/guides/examples',
    );
  });

  it('stands on entities of example repositories only', () => {
    const isShown = createExtensionTester(exampleCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );

    expect(isShown?.(component({ 'groundwork.io/example': 'true' }))).toBe(
      true,
    );
    expect(isShown?.(component({ 'groundwork.io/other': 'true' }))).toBe(false);
    expect(isShown?.(component())).toBe(false);
  });
});
