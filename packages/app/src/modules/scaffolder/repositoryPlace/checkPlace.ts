import type { Namespace } from '@groundwork/plugin-forge-common';
import type { StatusTone } from '../FieldStatus';
import type { Translate } from '../translate';
import type { RepositoryPlaces } from './RepositoryPlaces';

/** Where a repository is to be created: the value of the field. */
export type RepositoryPlaceValue = {
  /** `embedded`, or the name of a GitHub host. */
  host: string;
  namespace: string;
  name: string;
};

/** What became of a check. */
export type PlaceVerdict =
  | { state: 'incomplete' }
  | { state: 'missing' }
  | { state: 'notAllowed'; reason?: string }
  | { state: 'taken'; reason?: string }
  | { state: 'free' }
  /** The forge did not answer; the name may be free or not. */
  | { state: 'unchecked'; reason: string };

/** Names a namespace of one of several hosts. */
export function namespaceKey(
  place: Pick<Namespace, 'host'> & { namespace: string },
): string {
  return `${place.host}/${place.namespace}`;
}

/** Decides whether a repository could be created; a forge that fails is a verdict of its own, not an error. */
export async function checkPlace(
  place: Partial<RepositoryPlaceValue> | undefined,
  places: Pick<RepositoryPlaces, 'listNamespaces' | 'checkName'>,
): Promise<PlaceVerdict> {
  const { host, namespace, name } = place ?? {};
  if (!host || !namespace) {
    return { state: 'incomplete' };
  }
  try {
    const namespaces = await places.listNamespaces();
    const found = namespaces.find(
      candidate => candidate.host === host && candidate.name === namespace,
    );
    if (!found?.isAllowed) {
      return { state: 'notAllowed', reason: found?.reason };
    }
    if (!name) {
      return { state: 'missing' };
    }
    const answer = await places.checkName({ host, namespace, name });
    return answer.isAvailable
      ? { state: 'free' }
      : { state: 'taken', reason: answer.reason };
  } catch (error) {
    return {
      state: 'unchecked',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

/** A verdict in words, and whether it must be mended first. */
export function explainPlace(
  place: Partial<RepositoryPlaceValue> | undefined,
  verdict: PlaceVerdict,
  t: Translate,
): { tone: StatusTone; text: string } {
  const namespace = place?.namespace ?? '';
  const repository = `${namespace}/${place?.name ?? ''}`;
  switch (verdict.state) {
    case 'free':
      return { tone: 'good', text: t('place.free', { repository }) };
    case 'taken':
      return {
        tone: 'bad',
        text: verdict.reason ?? t('place.taken', { repository }),
      };
    case 'notAllowed':
      return {
        tone: 'bad',
        text: verdict.reason ?? t('place.notAllowed', { namespace }),
      };
    case 'unchecked':
      return {
        tone: 'unsure',
        text: t('place.unchecked', { reason: verdict.reason }),
      };
    case 'missing':
      return { tone: 'bad', text: t('place.missing') };
    default:
      return { tone: 'bad', text: t('place.incomplete') };
  }
}
