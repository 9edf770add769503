import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { appTranslationRef } from '../../translation';
import { EntityList } from './EntityList';
import { HomeCard } from './HomeCard';

/** A team's services fit one screen; the catalog lists the rest. */
const SHOWN = 10;

/** What the reader and their teams own. */
export function TeamCard() {
  const { t } = useTranslationRef(appTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const state = useAsyncState(async () => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'Component', 'relations.ownedBy': ownershipEntityRefs },
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: SHOWN,
    });
    return items;
  }, [catalogApi, identityApi]);

  return (
    <HomeCard
      title={t('home.team.title')}
      all={{ label: t('home.team.all'), href: '/catalog?filters[user]=owned' }}
      subject={t('home.team.subject')}
      state={state}
      empty={{
        title: t('home.team.emptyTitle'),
        description: t('home.team.empty'),
        action: (
          <ButtonLink href="/catalog?filters[user]=all" variant="secondary">
            {t('home.team.emptyAction')}
          </ButtonLink>
        ),
      }}
    >
      {entities => <EntityList entities={entities} />}
    </HomeCard>
  );
}
