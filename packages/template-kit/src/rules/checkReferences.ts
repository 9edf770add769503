import type { Template } from '../template/Template';
import type { Finding } from './Finding';

const EXPRESSION = /\$\{\{(.*?)\}\}/gs;
const PARAMETER = /\bparameters\.([A-Za-z_$][\w$]*)/g;
const STEP_OUTPUT = /\bsteps(?:\.([\w$]+)|\[['"]([^'"]+)['"]\])\.output\b/g;

/** Finds parameters and steps that an expression names but the template does not have: they would render as nothing. */
export function checkReferences(template: Template): Finding[] {
  const { steps, output = {} } = template.entity.spec;
  const parameters = new Set(Object.keys(template.parameters.listAll()));
  const findings: Finding[] = [];
  const earlier = new Set<string>();
  const check = (place: string, value: unknown) =>
    listExpressions(value).forEach(expression => {
      names(expression, PARAMETER)
        .filter(name => !parameters.has(name))
        .forEach(name =>
          findings.push({
            rule: 'parameter-unknown',
            place,
            message: `no page asks for the parameter '${name}'`,
          }),
        );
      names(expression, STEP_OUTPUT)
        .filter(id => !earlier.has(id))
        .forEach(id =>
          findings.push({
            rule: 'step-unknown',
            place,
            message: `no earlier step is called '${id}'`,
          }),
        );
    });
  for (const step of steps) {
    check(`step ${step.id ?? step.action}`, [step.input, step.if, step.each]);
    earlier.add(step.id ?? '');
  }
  check('output', output);
  return findings;
}

/** The expressions in a value, however deep. */
export function listExpressions(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...text.matchAll(EXPRESSION)].map(([, expression]) => expression);
}

function names(expression: string, pattern: RegExp): string[] {
  return [...expression.matchAll(pattern)].map(
    ([, name, quoted]) => name ?? quoted,
  );
}
