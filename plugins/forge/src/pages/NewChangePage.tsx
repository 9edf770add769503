import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text, TextAreaField, TextField } from '@backstage/ui';
import { EmptyState, useAction, useAsyncState } from '@groundwork/ui';
import type { Ref } from '@groundwork/plugin-forge-common';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { viewPath } from '../addresses';
import { forgeApiRef } from '../api/forgeApi';
import { ActionFailure } from '../components/ActionFailure';
import { CloneAddress } from '../components/CloneButton';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { Form } from '../components/Form';
import { Panel } from '../components/Panel';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { PageTitle } from '../components/PageTitle';

/** Turns `feat/retry-payments` into words to start a title from. */
export function titleFromBranch(branch: string): string {
  const words = branch
    .slice(branch.lastIndexOf('/') + 1)
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function optionsOf(branches: Ref[]) {
  return branches.map(({ name }) => ({ id: name, label: name }));
}

function useNewChange(branches: Ref[]) {
  const forgeApi = useApi(forgeApiRef);
  const navigate = useNavigate();
  const repository = useRepository();
  const { namespace, name, defaultBranch } = repository;
  const [asked] = useSearchParams();
  const sources = branches.filter(branch => branch.name !== defaultBranch);
  const given = sources.find(branch => branch.name === asked.get('source'));
  const [sourceBranch, setSource] = useState((given ?? sources[0])?.name ?? '');
  const [targetBranch, setTarget] = useState(defaultBranch);
  const [title, setTitle] = useState<string>();
  const [description, setDescription] = useState('');
  const shownTitle = title ?? titleFromBranch(sourceBranch);
  const open = useAction(async () => {
    const change = await forgeApi.openChange(
      { namespace, name },
      { title: shownTitle.trim(), description, sourceBranch, targetBranch },
    );
    navigate(viewPath(repository, 'changes', String(change.number)));
  });
  return {
    sources,
    fields: { sourceBranch, targetBranch, title: shownTitle, description },
    set: {
      source: setSource,
      target: setTarget,
      title: setTitle,
      description: setDescription,
    },
    open,
  };
}

function NewChangeForm(props: { branches: Ref[] }) {
  const { branches } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { sources, fields, set, open } = useNewChange(branches);
  const isSame = fields.sourceBranch === fields.targetBranch;
  return (
    <Panel title={t('newChange.title')}>
      <Form
        onSubmit={() => open.run()}
        buttons={
          <Button
            type="submit"
            variant="primary"
            isPending={open.isPending}
            isDisabled={!fields.title.trim() || isSame}
          >
            {t('changes.open')}
          </Button>
        }
      >
        <Select
          label={t('newChange.source')}
          options={optionsOf(sources)}
          value={fields.sourceBranch}
          onChange={key => set.source(String(key))}
        />
        <Select
          label={t('newChange.target')}
          options={optionsOf(branches)}
          value={fields.targetBranch}
          onChange={key => set.target(String(key))}
        />
        {isSame && (
          <Text as="p" color="secondary">
            {t('newChange.same')}
          </Text>
        )}
        <TextField
          label={t('change.title')}
          value={fields.title}
          onChange={set.title}
          isRequired
        />
        <TextAreaField
          label={t('change.description')}
          description={t('change.markdown')}
          value={fields.description}
          onChange={set.description}
          rows={6}
        />
        {open.error !== undefined && (
          <ActionFailure title={t('newChange.failed')} error={open.error} />
        )}
      </Form>
    </Panel>
  );
}

/** Opens a change from a branch that was pushed. */
export function NewChangePage() {
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name, access, defaultBranch } = repository;
  const state = useAsyncState(
    () => forgeApi.getRefs({ namespace, name }),
    [forgeApi, namespace, name],
  );
  if (!access.propose && !access.push) {
    return (
      <EmptyState
        title={t('newChange.forbidden')}
        description={t('newChange.forbiddenRemedy')}
      />
    );
  }
  return (
    <>
      <PageTitle title={`${t('newChange.title')} · ${namespace}/${name}`} />
      <ForgeAsyncView
        subject={t('subject.branches')}
        state={state}
        isEmpty={refs => !refs.branches.some(r => r.name !== defaultBranch)}
        empty={
          <EmptyState
            title={t('newChange.noBranch', { branch: defaultBranch })}
            description={t('newChange.noBranchRemedy')}
            action={<CloneAddress repository={repository} />}
          />
        }
      >
        {refs => <NewChangeForm branches={refs.branches} />}
      </ForgeAsyncView>
    </>
  );
}
