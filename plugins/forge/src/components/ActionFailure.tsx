import { Alert } from '@backstage/ui';
import type { ReactNode } from 'react';
import { reasonOf } from '../api/refusals';

/** Says why an action of the reader came to nothing; read out as soon as it appears. */
export function ActionFailure(props: {
  title: string;
  error: unknown;
  action?: ReactNode;
}) {
  return (
    <div role="alert">
      <Alert
        status="danger"
        icon
        title={props.title}
        description={reasonOf(props.error)}
        customActions={props.action}
      />
    </div>
  );
}
