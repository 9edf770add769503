import { Alert } from '@backstage/ui';
import { reasonOf } from '../api/refusals';

/** Says why an action of the reader came to nothing; read out as soon as it appears. */
export function ActionFailure(props: { title: string; error: unknown }) {
  return (
    <div role="alert">
      <Alert
        status="danger"
        icon
        title={props.title}
        description={reasonOf(props.error)}
      />
    </div>
  );
}
