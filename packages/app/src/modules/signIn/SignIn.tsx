import { SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  githubAuthApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { appTranslationRef } from '../../translation';
import { NoSignIn } from './NoSignIn';
import { oidcAuthApiRef } from './oidcAuthApi';
import { PersonaSignIn } from './PersonaSignIn';
import { readPersonas } from './personas';

/** The ways to sign in that the portal can offer in production, by their key under `groundwork.signIn`. */
const providers = {
  github: {
    id: 'github-auth-provider',
    titleKey: 'signIn.github.title',
    messageKey: 'signIn.github.message',
    apiRef: githubAuthApiRef,
  },
  oidc: {
    id: 'oidc-auth-provider',
    titleKey: 'signIn.oidc.title',
    messageKey: 'signIn.oidc.message',
    apiRef: oidcAuthApiRef,
  },
} as const;

function isProvider(name: string): name is keyof typeof providers {
  return Object.hasOwn(providers, name);
}

/** Personas on a local portal, otherwise the providers that `groundwork.signIn` lists. */
export function SignIn(props: SignInPageProps) {
  const config = useApi(configApiRef);
  const { t } = useTranslationRef(appTranslationRef);
  if (readPersonas(config).length > 0) {
    return <PersonaSignIn {...props} />;
  }
  const names = (
    config.getOptionalStringArray('groundwork.signIn') ?? []
  ).filter(isProvider);
  if (names.length === 0) {
    return <NoSignIn />;
  }
  return (
    <SignInPage
      {...props}
      title={t('signIn.title')}
      align="center"
      providers={names.map(name => {
        const { id, titleKey, messageKey, apiRef } = providers[name];
        return { id, title: t(titleKey), message: t(messageKey), apiRef };
      })}
    />
  );
}
