/** Lists the users and groups that a configuration gives personas and roles to, as `{ key, ref }`. */
export function identitiesOf([document]) {
  const { auth, permission } = document?.value ?? {};
  const personas = auth?.providers?.persona?.personas ?? {};
  const roles = permission?.policy?.roles ?? {};
  return [
    ...Object.entries(personas).map(([name, { userEntityRef }]) => ({
      key: `auth.providers.persona.personas.${name}`,
      ref: userEntityRef,
    })),
    ...Object.entries(roles).flatMap(([role, refs]) =>
      refs.map(ref => ({ key: `permission.policy.roles.${role}`, ref })),
    ),
  ];
}

/** Lists the IDs of the tools that a configuration offers to agents. */
export function toolsOf([document]) {
  const include = document?.value?.backend?.actions?.filter?.include ?? [];
  return include.map(({ id }) => id);
}
