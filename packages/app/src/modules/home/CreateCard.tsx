import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { appTranslationRef } from '../../translation';
import { EntityList } from './EntityList';
import { HomeCard } from './HomeCard';

/** Enough to recognise the golden paths; the create page has all of them. */
const SHOWN = 4;

/** The templates to start something new from. */
export function CreateCard() {
  const { t } = useTranslationRef(appTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const state = useAsyncState(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'Template' },
      limit: SHOWN,
    });
    return items;
  }, [catalogApi]);

  return (
    <HomeCard
      title={t('home.create.title')}
      all={{ label: t('home.create.all'), href: '/create' }}
      subject={t('home.create.subject')}
      state={state}
      empty={{
        title: t('home.create.emptyTitle'),
        description: t('home.create.empty'),
        action: (
          <ButtonLink href="/docs" variant="secondary">
            {t('home.create.emptyAction')}
          </ButtonLink>
        ),
      }}
    >
      {templates => <EntityList entities={templates} />}
    </HomeCard>
  );
}
