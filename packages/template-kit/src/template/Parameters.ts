import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** The JSON schema of one parameter, as far as the kit reads it. */
export interface ParameterSchema {
  type?: string;
  enum?: JsonValue[];
  default?: JsonValue;
}

interface Page {
  properties?: Record<string, ParameterSchema>;
  dependencies?: Record<string, { oneOf?: Page[] }>;
}

/** What a template asks, with the questions that depend on other answers. */
export class Parameters {
  readonly #pages: Page[];

  private constructor(pages: Page[]) {
    this.#pages = pages;
  }

  static of(entity: TemplateEntityV1beta3): Parameters {
    return new Parameters([entity.spec.parameters ?? []].flat() as Page[]);
  }

  /** Everything that may be asked, whatever is answered before. */
  listAll(): Record<string, ParameterSchema> {
    // A branch repeats the question that it depends on, with the one answer that leads to it.
    const parts = this.#pages.flatMap(page => [...listBranches(page), page]);
    return Object.assign({}, ...parts.map(({ properties }) => properties));
  }

  /** What the form sends: answers to what it asks, and defaults where there is none. */
  complete(answers: JsonObject): JsonObject {
    return Object.assign(
      {},
      ...this.#pages.map(page => completePage(page, answers)),
    );
  }
}

function listBranches({ dependencies = {} }: Page): Page[] {
  return Object.values(dependencies).flatMap(({ oneOf = [] }) => oneOf);
}

function completePage(page: Page, answers: JsonObject): JsonObject {
  const own = completeProperties(page, answers);
  const branches = Object.entries(page.dependencies ?? {}).flatMap(
    ([name, { oneOf = [] }]) =>
      oneOf.filter(({ properties = {} }) =>
        properties[name]?.enum?.includes(own[name] ?? null),
      ),
  );
  const asked = branches.map(branch => completeProperties(branch, answers));
  return Object.assign({}, ...asked, own);
}

function completeProperties(
  { properties = {} }: Page,
  answers: JsonObject,
): JsonObject {
  const given = Object.entries(properties).map(([name, schema]) => [
    name,
    answers[name] ?? schema.default,
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
