import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import api from './api.json' with { type: 'json' };
import { AppModule } from './app.module.js';
import { configurationSchema } from './platform/config/configuration.js';
import { sampleVariables } from './platform/config/sample-variables.js';
import { describeApi } from './platform/openapi/document.js';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [file = 'openapi.json'] = positionals;

const application = await NestFactory.create(AppModule.for(configurationSchema.parse(sampleVariables)), {
  logger: ['error'],
});
const document = `${JSON.stringify(describeApi(application, api), null, 2)}\n`;
await application.close();

if (!values.check) {
  writeFileSync(file, document);
} else if (readFileSync(file, 'utf8') !== document) {
  console.error(`${file} is not current: run \`make openapi\` and commit it`);
  process.exitCode = 1;
}
