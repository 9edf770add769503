import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { ProblemDetails } from '../http/problem-details.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What people read about an API before its operations. */
export interface ApiDescription {
  title: string;
  description: string;
  version: string;
  /** Whether operations can demand an access token. */
  hasTokens?: boolean;
}

/** Describes the controllers of an application in OpenAPI 3.1. */
export function describeApi(application: INestApplication, api: ApiDescription): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(api.title)
    .setDescription(api.description)
    .setVersion(api.version);
  if (api.hasTokens) {
    frame.addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  }
  const document = SwaggerModule.createDocument(application, frame.build(), {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? convert(schema, schemaType) : undefined,
  });
  return withProblems(document);
}

/** Every operation can fail, and all fail alike. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const { components } = convert(ProblemDetails, 'output');
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.put, path.post, path.patch, path.delete]) {
      if (operation) {
        operation.responses.default = { description: 'The request was refused or failed', content };
      }
    }
  }
  return { ...document, components: { ...document.components, schemas: inOrderOfUse(document, components) } };
}

/** Orders the schemas as operations mention them, so that the document only changes when the contract does. */
function inOrderOfUse({ paths, components }: OpenAPIObject, more: Schemas): Schemas {
  const schemas: Schemas = { ...components?.schemas, ...more };
  const mentions = JSON.stringify([paths, schemas]).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  const names = [...mentions].map(([, name]) => name);
  return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}

/** A schema with an id becomes a component, so that generated clients get a type of that name. */
function convert(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, $defs = {}, ...definition } = z.toJSONSchema(schema, { io });
  const { id } = definition;
  const definitions = id === undefined ? $defs : { ...$defs, [id]: definition };
  // OpenAPI 3.1 takes JSON Schema as it is; the types of @nestjs/swagger are those of 3.0.
  const components = Object.fromEntries(
    Object.entries(definitions).map(([name, { id: _id, ...component }]) => [name, component]),
  ) as Schemas;
  return { schema: id === undefined ? definition : { $ref: `#/components/schemas/${id}` }, components };
}
