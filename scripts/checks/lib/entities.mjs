import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';

const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const KINDS = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  templateEntityV1beta3Validator,
  userEntityV1alpha1Validator,
];

/** The fields that name other entities, with the kind that a short reference means there. */
const REFERENCES = {
  owner: 'Group',
  system: 'System',
  domain: 'Domain',
  subdomainOf: 'Domain',
  subcomponentOf: 'Component',
  providesApis: 'API',
  consumesApis: 'API',
  dependsOn: undefined,
  dependencyOf: undefined,
  parent: 'Group',
  children: 'Group',
  members: 'User',
  memberOf: 'Group',
};

/** Says why the catalog would refuse an entity, or nothing when it takes it. */
export async function explainRefusal(entity) {
  try {
    await POLICY.enforce(structuredClone(entity));
    for (const kind of KINDS) {
      if (await kind.check(entity)) return undefined;
    }
    return `kind '${entity.kind}' of '${entity.apiVersion}' is unknown; use a kind that app-config.yaml allows`;
  } catch (error) {
    return error.message.split('\n')[0];
  }
}

/** The full reference of an entity, such as `component:default/groundwork-app`. */
export function refOf(entity) {
  return stringifyEntityRef(entity);
}

/** Lists what an entity refers to, as `{ field, ref }` with full references; `problem` replaces `ref` when it cannot be read. */
export function referencesOf(entity) {
  const context = { defaultNamespace: entity.metadata.namespace ?? 'default' };
  return Object.entries(REFERENCES).flatMap(([field, defaultKind]) =>
    [entity.spec?.[field] ?? []].flat().map(text => {
      try {
        const parsed = parseEntityRef(text, { ...context, defaultKind });
        return { field, ref: stringifyEntityRef(parsed) };
      } catch (error) {
        return { field, problem: error.message };
      }
    }),
  );
}
