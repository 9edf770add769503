import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import { useAsyncState } from '@groundwork/ui';
import { appTranslationRef } from '../../translation';
import { EntityList } from './EntityList';
import { HomeCard } from './HomeCard';

function StarredEntities(props: { entityRefs: string[] }) {
  const { entityRefs } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const state = useAsyncState(async () => {
    const { items } = await catalogApi.getEntitiesByRefs({ entityRefs });
    return items.flatMap(entity => entity ?? []);
  }, [catalogApi, entityRefs.join()]);

  return (
    <HomeCard
      title={t('home.starred.title')}
      subject={t('home.starred.subject')}
      state={state}
    >
      {entities => <EntityList entities={entities} />}
    </HomeCard>
  );
}

/** What the reader starred; absent, and not asked for, until they star something. */
export function StarredCard() {
  const { starredEntities } = useStarredEntities();
  const entityRefs = [...starredEntities].sort();
  return entityRefs.length > 0 ? (
    <StarredEntities entityRefs={entityRefs} />
  ) : null;
}
