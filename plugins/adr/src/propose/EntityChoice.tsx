import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_SOURCE_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
  type EntityPresentationApi,
} from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { useState } from 'react';
import { DECIDED_KINDS } from '../entity/hasDecisions';
import { adrTranslationRef } from '../translation';

type Choice = { id: string; label: string; description: string };

/** Enough to scroll through; typing finds the others. */
const SHOWN = 30;

const FILTER = {
  kind: DECIDED_KINDS,
  [`metadata.annotations.${ANNOTATION_SOURCE_LOCATION}`]: CATALOG_FILTER_EXISTS,
};

async function toChoice(
  entity: Entity,
  presentationApi: EntityPresentationApi,
): Promise<Choice> {
  const { primaryTitle } = await presentationApi.forEntity(entity).promise;
  return {
    id: stringifyEntityRef(entity),
    label: primaryTitle,
    description: entity.kind.toLocaleLowerCase('en-US'),
  };
}

/** Finds the entity that a decision is about, by typing a part of its name. */
export function EntityChoice(props: {
  value: string | undefined;
  onChange: (entityRef: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const presentationApi = useApi(entityPresentationApiRef);
  const [picked, setPicked] = useState<Choice | null>(null);
  const { value: given } = useAsyncState(async () => {
    const entity = value && (await catalogApi.getEntityByRef(value));
    return entity ? toChoice(entity, presentationApi) : undefined;
  }, [catalogApi, presentationApi, value]);
  const list = useAsyncList<Choice>({
    load: async ({ filterText = '' }) => {
      const { items } = await catalogApi.queryEntities({
        filter: FILTER,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: SHOWN,
        fullTextFilter: { term: filterText },
      });
      return {
        items: await Promise.all(
          items.map(entity => toChoice(entity, presentationApi)),
        ),
      };
    },
  });
  return (
    <Combobox
      label={t('propose.entity')}
      description={t('propose.entityHelp')}
      placeholder={t('propose.entitySearch')}
      isRequired
      options={list}
      search={{ mode: 'server' }}
      value={picked?.id === value ? picked : given ?? null}
      onChange={next => {
        // The list has choices only.
        setPicked(next as Choice | null);
        onChange(next?.id);
      }}
    />
  );
}
