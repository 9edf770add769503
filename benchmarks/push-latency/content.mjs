/** The repository whose pushes are measured. */
export const SERVICE = 'acme/measured';

/** The repository with the template of the measured creation. */
export const TEMPLATES = 'groundwork/measured-templates';

/** Every file that a push shows in another place says the word. */
export function createServiceFiles(word) {
  return {
    'catalog-info.yaml': [component('measured', word), api('measured')]
      .map(toYaml)
      .join('---\n'),
    'openapi.yaml': `openapi: 3.1.0\ninfo: { title: ${word}, version: 1.0.0 }\n`,
    'mkdocs.yml': 'site_name: Measured\n',
    'docs/index.md': `# Measured\n\nThe word is ${word}.\n`,
  };
}

/** A template that publishes a component whose description is the word. */
export function createTemplateFiles() {
  return {
    'catalog-info.yaml': toYaml({
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'measured' },
      spec: {
        owner: 'group:default/team-0',
        type: 'service',
        steps: [
          step('fetch:template', {
            url: './skeleton',
            values: {
              name: '${{ parameters.name }}',
              word: '${{ parameters.word }}',
            },
          }),
          step('forge:publish', {
            namespace: 'acme',
            name: '${{ parameters.name }}',
            owner: 'group:default/team-0',
          }),
        ],
      },
    }),
    'skeleton/catalog-info.yaml': toYaml(
      component('${{ values.name }}', '${{ values.word }}'),
    ),
    'skeleton/docs/index.md': '# ${{ values.name }}\n\n${{ values.word }}\n',
  };
}

function step(action, input) {
  return { id: action.replace(':', '-'), action, input };
}

function component(name, description) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description,
      annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/team-0',
    },
  };
}

function api(name) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'group:default/team-0',
      definition: { $text: './openapi.yaml' },
    },
  };
}

/** JSON is YAML, and needs no library to write. */
function toYaml(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
