import {
  identityApiRef,
  useApi,
  useTranslationRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  Avatar,
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import { useAsyncState } from '@groundwork/ui';
import { RiCheckLine, RiExpandUpDownLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import { usePersonas } from '../signIn/usePersonas';
import styles from './UserMenu.module.css';

function profilePath(userEntityRef: string): string {
  const { namespace, kind, name } = parseEntityRef(userEntityRef);
  return `/catalog/${namespace}/${kind}/${name}`;
}

async function readUser(identityApi: IdentityApi) {
  const [profile, { userEntityRef }] = await Promise.all([
    identityApi.getProfileInfo(),
    identityApi.getBackstageIdentity(),
  ]);
  return {
    ref: userEntityRef,
    name: profile.displayName ?? parseEntityRef(userEntityRef).name,
    picture: profile.picture,
  };
}

/** Who is signed in; leads to profile and settings, and on a local portal to the other personas. */
export function UserMenu() {
  const { t } = useTranslationRef(appTranslationRef);
  const identityApi = useApi(identityApiRef);
  const { personas, switchTo } = usePersonas();
  const { value: user, error } = useAsyncState(
    () => readUser(identityApi),
    [identityApi],
  );
  if (!user && !error) return null;

  // Settings and the other personas stay in reach when the profile could not be read.
  const name = user?.name ?? t('user.unknown');
  const persona = personas.find(
    ({ userEntityRef }) => userEntityRef === user?.ref,
  );
  const label = personas.length > 0 ? 'user.menu' : 'user.plainMenu';
  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        className={styles.button}
        aria-label={t(label, { name })}
      >
        <Avatar
          src={user?.picture ?? ''}
          name={name}
          size="small"
          purpose="decoration"
        />
        <span className={styles.names}>
          <span className={styles.name}>{name}</span>
          {persona && <span className={styles.role}>{persona.title}</span>}
        </span>
        <RiExpandUpDownLine size={16} aria-hidden="true" />
      </Button>
      <Menu placement="top start">
        {user && (
          <MenuItem href={profilePath(user.ref)}>{t('user.profile')}</MenuItem>
        )}
        <MenuItem href="/settings">{t('user.settings')}</MenuItem>
        {personas.length === 0 && (
          <MenuItem onAction={() => identityApi.signOut()}>
            {t('user.signOut')}
          </MenuItem>
        )}
        {personas.length > 0 && (
          <MenuSection title={t('user.personas')}>
            {personas.map(({ name: key, title, userEntityRef }) => (
              <MenuItem
                key={key}
                iconStart={
                  userEntityRef === user?.ref ? <RiCheckLine /> : undefined
                }
                onAction={() => switchTo(key)}
              >
                {title}
              </MenuItem>
            ))}
          </MenuSection>
        )}
      </Menu>
    </MenuTrigger>
  );
}
