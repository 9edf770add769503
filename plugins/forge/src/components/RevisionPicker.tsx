import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  MenuAutocomplete,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import type { Ref } from '@groundwork/plugin-forge-common';
import { RiGitBranchLine } from '@remixicon/react';
import { forgeApiRef } from '../api/forgeApi';
import { forgeTranslationRef } from '../translation';
import { shortId } from './CommitId';
import { useRepository } from './RepositoryContext';

/** A full commit is shortened; names stay whole. */
function labelOf(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? shortId(revision) : revision;
}

/** Switches between the branches and tags of the repository. */
export function RevisionPicker(props: {
  revision: string;
  hrefOf: (revision: string) => string;
}) {
  const { revision, hrefOf } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const { namespace, name } = useRepository();
  const { value: refs } = useAsyncState(
    () => forgeApi.getRefs({ namespace, name }),
    [forgeApi, namespace, name],
  );
  const items = (list: Ref[] = []) =>
    list.map(ref => (
      <MenuItem
        key={ref.name}
        id={ref.name}
        textValue={ref.name}
        href={hrefOf(ref.name)}
      >
        {ref.name}
      </MenuItem>
    ));

  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiGitBranchLine size={16} />}
        aria-label={t('revision.switch', { revision: labelOf(revision) })}
      >
        {labelOf(revision)}
      </Button>
      <MenuAutocomplete placeholder={t('revision.filter')} maxHeight="20rem">
        <MenuSection title={t('revision.branches')}>
          {items(refs?.branches)}
        </MenuSection>
        {refs?.tags.length ? (
          <MenuSection title={t('revision.tags')}>
            {items(refs.tags)}
          </MenuSection>
        ) : null}
      </MenuAutocomplete>
    </MenuTrigger>
  );
}
