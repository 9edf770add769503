/** The part of a JSON schema that says what must be there. */
export interface RequiringSchema {
  required?: string[];
  properties?: Record<string, RequiringSchema | boolean>;
  /** The answers that are possible. */
  enum?: unknown[];
  oneOf?: (RequiringSchema | boolean)[];
  /** What an answer makes of the rest of the form. */
  dependencies?: Record<string, RequiringSchema | string[] | boolean>;
}

type Answers = Record<string, unknown>;

function toAnswers(value: unknown): Answers {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isGiven(answers: Answers, name: string): boolean {
  return answers[name] !== undefined && answers[name] !== '';
}

/** A branch names in its `enum` the answers that it is for. */
function isBranchOf(
  branch: RequiringSchema | boolean,
  name: string,
  answer: unknown,
): branch is RequiringSchema {
  const part = typeof branch === 'object' && branch.properties?.[name];
  return typeof part === 'object' && part.enum?.includes(answer) === true;
}

/** The schemas that hold because of one answer. */
function listFollowing(
  dependency: RequiringSchema | string[] | boolean,
  name: string,
  answer: unknown,
): RequiringSchema[] {
  if (typeof dependency === 'boolean') {
    return [];
  }
  if (Array.isArray(dependency)) {
    return [{ required: dependency }];
  }
  const branches = dependency.oneOf ?? [];
  return [
    dependency,
    ...branches.filter(branch => isBranchOf(branch, name, answer)),
  ].filter(schema => typeof schema === 'object');
}

/** Whether everything that a schema requires has been given, so that there is something to plan. */
export function isComplete(schema: RequiringSchema, value: unknown): boolean {
  const answers = toAnswers(value);
  const isRequiredGiven = (schema.required ?? []).every(name => {
    const part = schema.properties?.[name];
    return (
      isGiven(answers, name) &&
      (typeof part !== 'object' || isComplete(part, answers[name]))
    );
  });
  const following = Object.entries(schema.dependencies ?? {})
    .filter(([name]) => isGiven(answers, name))
    .flatMap(([name, dependency]) =>
      listFollowing(dependency, name, answers[name]),
    );
  return isRequiredGiven && following.every(part => isComplete(part, answers));
}
