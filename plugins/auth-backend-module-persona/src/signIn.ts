import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type {
  AuthResolverContext,
  ProfileTransform,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import type { Persona } from './personas';

/** Shows the persona with the name, e-mail and picture of its catalog user. */
export const personaProfile: ProfileTransform<Persona> = async (
  persona,
  context,
) => {
  const user = await findUser(persona, context);
  const profile = readProfile(user);
  return {
    profile: { ...profile, displayName: profile.displayName ?? persona.title },
  };
};

/** Issues the identity of the persona's catalog user, with the groups that the catalog says. */
export const signInAsPersona: SignInResolver<Persona> = ({ result }, context) =>
  context.signInWithCatalogUser({
    entityRef: parseEntityRef(result.userEntityRef),
  });

/**
 * The catalog fills up in the first seconds after a start. Until then the answer is 503, which
 * tells the app to try again, and not 404, which would look final.
 */
async function findUser(
  { name, userEntityRef }: Persona,
  context: AuthResolverContext,
): Promise<Entity> {
  try {
    const { entity } = await context.findCatalogUser({
      entityRef: parseEntityRef(userEntityRef),
    });
    return entity;
  } catch (error) {
    throw new ServiceUnavailableError(
      `The catalog has no ${userEntityRef} for persona '${name}' yet; try again in a few seconds, or correct auth.providers.persona.personas.${name}.userEntityRef`,
      isError(error) ? error : undefined,
    );
  }
}

function readProfile(user: Entity) {
  const profile = user.spec?.profile;
  if (typeof profile !== 'object' || Array.isArray(profile)) {
    return {};
  }
  const text = (key: string) => {
    const value = profile?.[key];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    displayName: text('displayName'),
    email: text('email'),
    picture: text('picture'),
  };
}
