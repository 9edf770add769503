import { DefaultTemplateOutputs } from '@backstage/plugin-scaffolder-react/alpha';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import { ChangeOutcome } from './ChangeOutcome';
import { readProposedChange } from './ProposedChange';

/** The end of a task: what became of its change, if it opened one, and the links and texts of its template. */
export function CreateOutputs(props: { output?: ScaffolderTaskOutput }) {
  const { output } = props;
  const proposed = readProposedChange(output);
  return (
    <>
      {proposed && <ChangeOutcome proposed={proposed} />}
      <DefaultTemplateOutputs output={output} />
    </>
  );
}
