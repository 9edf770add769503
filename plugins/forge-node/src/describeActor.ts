import type { Actor } from './ForgeHost';

/** What the catalog says about somebody, as far as commits need it. */
export interface PersonEntity {
  metadata: { title?: string };
  spec?: object;
}

/** How commits and changes record a user; without an entity by the name in the reference. */
export function describeActor(
  userEntityRef: string,
  entity?: PersonEntity,
): Actor {
  const { displayName, email } = readProfile(entity);
  const name = userEntityRef.replace(/^.*\//, '');
  return {
    ref: userEntityRef,
    signature: {
      name: displayName ?? entity?.metadata.title ?? name,
      // RFC 2606 keeps `.invalid` free, so it is nobody's address.
      email: email ?? `${name}@users.groundwork.invalid`,
    },
  };
}

function readProfile(entity?: PersonEntity): {
  displayName?: string;
  email?: string;
} {
  const profile =
    entity?.spec && 'profile' in entity.spec ? entity.spec.profile : undefined;
  if (typeof profile !== 'object' || profile === null) {
    return {};
  }
  const entries = new Map<string, unknown>(Object.entries(profile));
  const text = (key: string) => {
    const value = entries.get(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { displayName: text('displayName'), email: text('email') };
}
