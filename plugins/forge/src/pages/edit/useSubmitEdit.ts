import { useApi } from '@backstage/frontend-plugin-api';
import { useAction } from '@groundwork/ui';
import { useNavigate } from 'react-router-dom';
import { viewPath } from '../../addresses';
import { forgeApiRef, type Located } from '../../api/forgeApi';
import { useRepository } from '../../components/RepositoryContext';
import type { useDraft } from './useDraft';

/** How an edit gets into the repository: reviewed as a change, or directly. */
export type Way = 'propose' | 'commit';

/** Proposes or commits an edit, then leads to what came of it. */
export function useSubmitEdit(options: {
  located: Located;
  draft: ReturnType<typeof useDraft>;
  way: Way;
}) {
  const { located, draft, way } = options;
  const { revision: branch, path } = located;
  const { text, description, baseCommit } = draft.draft;
  const forgeApi = useApi(forgeApiRef);
  const navigate = useNavigate();
  const repository = useRepository();
  const { namespace, name } = repository;
  const id = { namespace, name };
  const edits = [{ path, content: text }];

  return useAction(async (title: string) => {
    const message = description ? `${title}\n\n${description}` : title;
    if (way === 'commit') {
      await forgeApi.commit(id, {
        branch,
        expectedHead: baseCommit,
        message,
        edits,
      });
      draft.finish();
      navigate(viewPath(repository, 'blob', branch, path));
      return;
    }
    const change = await forgeApi.openChange(id, {
      title,
      description,
      targetBranch: branch,
      baseCommit,
      edits,
      message,
    });
    draft.finish();
    navigate(viewPath(repository, 'changes', String(change.number)));
  });
}
