import type { RenderedTree } from '../render/RenderedTree';

/** A small tree that every rule accepts. */
export const SOUND: Readonly<Record<string, string>> = {
  '.env.example': 'PORT=3000\nDATABASE_PASSWORD=\n',
  '.github/workflows/ci.yml': `name: CI
on:
  push:
    branches: [main]
permissions: {}
concurrency:
  group: ci-\${{ github.ref }}
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - run: make check
`,
  'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders
  description: Takes orders
  annotations:
    backstage.io/techdocs-ref: dir:.
spec:
  type: service
  lifecycle: experimental
  owner: group:default/checkout
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: orders-api
  description: What orders offers
spec:
  type: openapi
  lifecycle: experimental
  owner: group:default/checkout
  definition:
    $text: ./services/orders/openapi.json
`,
  'deploy/chart/values.schema.json': `{
  "type": "object",
  "additionalProperties": false,
  "properties": { "image": {}, "port": { "type": "integer" } }
}
`,
  'deploy/environments/staging/orders.yaml': 'port: 3000\n',
  'docs/adr/0001-first.md': `---
status: accepted
---
# First

## Decision Outcome

[The docs](../index.md) say more.
`,
  'docs/index.md': '# Orders\n',
  'mkdocs.yml': 'site_name: Orders\n',
  'services/orders/Dockerfile': `FROM node:24.21.0-slim AS build
RUN make build
FROM node:24.21.0-slim
COPY --from=build /app /app
USER node
`,
  'services/orders/openapi.json': `{
  "openapi": "3.1.0",
  "paths": {
    "/v1/orders": {
      "get": { "operationId": "listOrders", "responses": { "200": {}, "400": {} } }
    }
  }
}
`,
};

/** A tree of the given texts; undefined leaves a file out. */
export function treeOf(
  files: Readonly<Record<string, string | undefined>>,
): RenderedTree {
  return {
    files: Object.entries(files).flatMap(([path, text]) =>
      text === undefined
        ? []
        : [{ path, content: Buffer.from(text), isExecutable: false }],
    ),
  };
}
