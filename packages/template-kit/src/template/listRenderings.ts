import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@backstage/types';
import { listNamed, type Cases } from './Cases';
import type { ParameterSchema } from './Parameters';
import type { Template } from './Template';

/** One rendering of a template. */
export interface Rendering {
  /** The name of a case, or the options in which it differs from the minimal one: `grpc=true,redis=false`. */
  id: string;
  values: JsonObject;
}

type Choice = [option: string, value: JsonValue];

/** The cases that have a name. */
export function listCases(template: Template, cases: Cases): Rendering[] {
  return listNamed(cases).map(([id, answers]) => ({
    id,
    values: template.parameters.complete(answers),
  }));
}

/** Every pair of values of two options at least once, each on top of the minimal case. */
export function listPairs(template: Template, cases: Cases): Rendering[] {
  const options = Object.entries(template.parameters.listAll()).flatMap(
    ([name, parameter]) => {
      const choices = listChoices(parameter);
      return choices.length > 1 ? [{ name, choices }] : [];
    },
  );
  const renderings = options.flatMap((first, index) =>
    options.slice(index + 1).flatMap(second =>
      first.choices.flatMap(a =>
        second.choices.flatMap(b =>
          renderPair(template, cases, [
            [first.name, a],
            [second.name, b],
          ]),
        ),
      ),
    ),
  );
  return distinct(renderings);
}

/** The pairs that are built: both options as far from the minimal case as they go. */
export function listRiskyPairs(template: Template, cases: Cases): Rendering[] {
  const parameters = template.parameters.listAll();
  const minimal = template.parameters.complete(cases.minimal);
  return cases.risky.flatMap(pair =>
    renderPair(
      template,
      cases,
      pair.map((name): Choice => {
        const choices = listChoices(parameters[name] ?? {});
        const other = choices.find(choice => choice !== minimal[name]);
        return [name, other ?? null];
      }),
    ),
  );
}

function listChoices(parameter: ParameterSchema): JsonValue[] {
  return parameter.type === 'boolean' ? [false, true] : parameter.enum ?? [];
}

/** Nothing, when one of the options is not asked for with the other. */
function renderPair(
  template: Template,
  cases: Cases,
  choices: Choice[],
): Rendering[] {
  const values = template.parameters.complete({
    ...cases.answers,
    ...cases.minimal,
    ...Object.fromEntries(choices),
  });
  return choices.every(([name, value]) => values[name] === value)
    ? [{ id: choices.map(choice => choice.join('=')).join(','), values }]
    : [];
}

function distinct(renderings: Rendering[]): Rendering[] {
  return renderings.filter(
    ({ values }, index) =>
      renderings.findIndex(other => isDeepStrictEqual(other.values, values)) ===
      index,
  );
}
