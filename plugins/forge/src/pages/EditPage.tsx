import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { EmptyState, useAsyncState } from '@groundwork/ui';
import { repositoryPath, viewPath } from '../addresses';
import { forgeApiRef, type Located } from '../api/forgeApi';
import { ForgeAsyncView } from '../components/ForgeAsyncView';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { FileEditor } from './edit/FileEditor';
import { PageTitle } from '../components/PageTitle';

type Editable = { located: Located; text?: string; isBranch: boolean };

function NotEditable(props: { editable: Editable }) {
  const { revision, path } = props.editable.located;
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  const { access, defaultBranch } = repository;
  const mayEdit = access.propose || access.push;
  const isOfTag = mayEdit && !props.editable.isBranch;
  const reason = mayEdit ? t('edit.noText') : t('edit.forbidden');
  return (
    <EmptyState
      title={t('edit.impossible', { path })}
      description={isOfTag ? t('edit.noBranch', { revision }) : reason}
      action={
        <ButtonLink
          variant="secondary"
          href={viewPath(
            repository,
            'blob',
            isOfTag ? defaultBranch : revision,
            path,
          )}
        >
          {t('edit.toFile')}
        </ButtonLink>
      }
    />
  );
}

/** Edits a text file of a branch, and proposes or commits the result. */
export function EditPage(props: { rest: string }) {
  const { rest } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const forgeApi = useApi(forgeApiRef);
  const repository = useRepository();
  const { namespace, name, access } = repository;
  const state = useAsyncState(async (): Promise<Editable> => {
    const id = { namespace, name };
    const located = await forgeApi.locate(id, rest);
    const { branches } = await forgeApi.getRefs(id);
    const isBranch = branches.some(ref => ref.name === located.revision);
    if (located.type !== 'file' || !isBranch) {
      return { located, isBranch };
    }
    const place = { revision: located.commit, path: located.path };
    const file = await forgeApi.getFile(id, place);
    return { located, isBranch, text: file.text };
  }, [forgeApi, namespace, name, rest]);

  return (
    <>
      <PageTitle
        title={`${t('edit.title')} · ${rest} · ${namespace}/${name}`}
      />
      <ForgeAsyncView
        subject={rest}
        state={state}
        onwards={
          <ButtonLink href={repositoryPath(repository)} variant="secondary">
            {t('files.toRoot')}
          </ButtonLink>
        }
      >
        {editable =>
          editable.text !== undefined && (access.propose || access.push) ? (
            <FileEditor
              key={rest}
              located={editable.located}
              original={editable.text}
            />
          ) : (
            <NotEditable editable={editable} />
          )
        }
      </ForgeAsyncView>
    </>
  );
}
