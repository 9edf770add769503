import { z } from 'zod';
import { Nothing, type Operation } from './Operation';
import { operations } from './operations';

const DIALECT = { io: 'input' as const, unrepresentable: 'any' as const };

type JsonSchema = Record<string, unknown>;

/** The schema of a value, without what OpenAPI does not know. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    ...DIALECT,
    io,
    reused: 'inline',
  });
  return rest;
}

function propertiesOf(schema: z.ZodType): [string, JsonSchema, boolean][] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => [
    name,
    property,
    required.includes(name),
  ]);
}

function parametersOf({ params, query }: Operation): JsonSchema[] {
  const inPath = propertiesOf(params).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }));
  const inQuery = propertiesOf(query).map(([name, schema, required]) => ({
    name,
    in: 'query',
    ...(required && { required }),
    schema,
  }));
  return [...inPath, ...inQuery];
}

/** Named schemas stand once in the document. */
function moveDefinitions(
  schema: JsonSchema,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const { $defs, ...rest } = schema as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  for (const [name, definition] of Object.entries($defs ?? {})) {
    definitions[name] = rename(definition);
  }
  return rename(rest);
}

/** The text of a schema is its own, so the names of its parts can be replaced in it. */
function rename(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
  );
}

function contentOf(
  { response, mediaTypes = [] }: Operation,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  if (response) {
    const schema = moveDefinitions(schemaOf(response, 'output'), definitions);
    return { 'application/json': { schema } };
  }
  return Object.fromEntries(
    mediaTypes.map(type => [
      type,
      { schema: { type: 'string', format: 'binary' } },
    ]),
  );
}

function requestBodyOf(
  { method, body }: Operation,
  definitions: Record<string, JsonSchema>,
): JsonSchema | undefined {
  if (method !== 'post' || body === Nothing) return undefined;
  const schema = moveDefinitions(schemaOf(body, 'input'), definitions);
  return { required: true, content: { 'application/json': { schema } } };
}

const REFUSAL = {
  description: 'What was wrong, and what to do about it',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/Error' } },
  },
};

const ERROR_SCHEMA = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { name: { type: 'string' }, message: { type: 'string' } },
      required: ['name', 'message'],
    },
  },
  required: ['error'],
};

function describe(
  id: string,
  described: Operation,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const { summary, description, status = 200 } = described;
  const parameters = parametersOf(described);
  const content = contentOf(described, definitions);
  const requestBody = requestBodyOf(described, definitions);
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: { [status]: { description: 'Done', content }, default: REFUSAL },
  };
}

/** The description of the API in OpenAPI 3.1, made of the same schemas that check requests. */
export function createOpenApi(): JsonSchema {
  const definitions: Record<string, JsonSchema> = { Error: ERROR_SCHEMA };
  const paths: Record<string, JsonSchema> = {};
  for (const [id, described] of Object.entries(operations)) {
    paths[described.path] = {
      ...paths[described.path],
      [described.method]: describe(id, described, definitions),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Groundwork decision log',
      version: '1.0.0',
      description:
        'Finds, reads, proposes and decides the decision records of the organisation. A caller sees the decisions about entities that they may read.',
    },
    servers: [
      {
        url: 'http://localhost:7007/api/adr',
        description: 'A portal on this machine',
      },
    ],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: definitions,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}
