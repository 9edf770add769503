import { listNamed, type Cases } from '../template/Cases';
import type { Template } from '../template/Template';
import type { Finding } from './Finding';

/** Finds answers to what a template does not ask; answers to what it does ask are checked by the scaffolder itself. */
export function checkCases(template: Template, cases: Cases): Finding[] {
  const parameters = template.parameters.listAll();
  const given = [...listNamed(cases), ['answers', cases.answers] as const]
    .map(([id, answers]) => ({ place: `case ${id}`, names: answers }))
    .flatMap(({ place, names }) =>
      Object.keys(names).map(name => ({ place, name })),
    );
  const risky = cases.risky
    .flat()
    .map(name => ({ place: 'risky pairs', name }));
  return [...given, ...risky]
    .filter(({ name }) => !(name in parameters))
    .map(({ place, name }) => ({
      rule: 'case-parameter-unknown',
      place: `${template.name}, ${place}`,
      message: `no page asks for the parameter '${name}'`,
    }));
}
