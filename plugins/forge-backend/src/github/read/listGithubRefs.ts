import type { Ref, Refs } from '@groundwork/plugin-forge-common';
import type { RepositoryApi } from '../api/RepositoryApi';
import { namedCommitAnswer, type NamedCommitAnswer } from '../api/schemas';

/** As people count: `v1.10.0` is after `v1.9.0`. */
const BY_NAME = new Intl.Collator('en', { numeric: true });

/**
 * Lists branches and tags.
 *
 * @remarks
 * GitHub does not say when a tag was made, so the highest version is taken for the newest.
 */
export async function listGithubRefs(api: RepositoryApi): Promise<Refs> {
  const [branches, tags] = await Promise.all([
    api.list('/branches', namedCommitAnswer),
    api.list('/tags', namedCommitAnswer),
  ]);
  return {
    branches: branches.map(toRef),
    tags: tags.map(toRef).sort((a, b) => BY_NAME.compare(b.name, a.name)),
  };
}

function toRef({ name, commit }: NamedCommitAnswer): Ref {
  return { name, commit: commit.sha };
}
