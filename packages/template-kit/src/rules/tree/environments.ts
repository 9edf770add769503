import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

const SCHEMA = 'deploy/chart/values.schema.json';
const DEFAULTS = 'deploy/chart/values.yaml';
const ENVIRONMENT = /^deploy\/environments\/[^/]+\/[^/]+\.yaml$/;

/** What the pipeline adds to the values of each deployment. */
const DEPLOYED = {
  image: {
    repository: 'registry.example.com/service',
    digest: `sha256:${'0'.repeat(64)}`,
  },
};

/** The chart takes the values of every environment. */
export const environmentsRule = treeRule(
  'environments',
  'the values of every environment fit the schema of the chart',
  tree => {
    const texts = new Map(
      listTexts(tree).map(({ path, text }) => [path, text]),
    );
    const schema = texts.get(SCHEMA);
    if (schema === undefined) {
      return [];
    }
    const isValid = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
    }).compile(JSON.parse(schema));
    const defaults = parse(texts.get(DEFAULTS) ?? '{}');
    return [...texts]
      .filter(([path]) => ENVIRONMENT.test(path))
      .flatMap(([path, text]) => {
        isValid({ ...defaults, ...parse(text), ...DEPLOYED });
        return (isValid.errors ?? []).map(({ instancePath, message }) => ({
          place: path,
          message: `${instancePath || 'a value'} ${message}`,
        }));
      });
  },
);
