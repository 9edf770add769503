import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { chosenPersona } from './personas';
import { SignInFailure } from './SignInFailure';

/** Signs in without a click as the persona that this browser chose, or the default one. */
export function PersonaSignIn(props: SignInPageProps) {
  const persona = chosenPersona();
  return (
    <ProxiedSignInPage
      {...props}
      provider="persona"
      headers={persona ? { 'x-groundwork-persona': persona } : {}}
      ErrorComponent={SignInFailure}
    />
  );
}
