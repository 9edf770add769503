/** The part of a JSON schema that says what must be there. */
interface RequiringSchema {
  required?: string[];
  properties?: Record<string, RequiringSchema | boolean>;
}

/** Whether everything that a schema requires has been given, so that there is something to plan. */
export function isComplete(schema: RequiringSchema, value: unknown): boolean {
  const given: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  return (schema.required ?? []).every(name => {
    const part = schema.properties?.[name];
    return (
      given[name] !== undefined &&
      given[name] !== '' &&
      (typeof part !== 'object' || isComplete(part, given[name]))
    );
  });
}
