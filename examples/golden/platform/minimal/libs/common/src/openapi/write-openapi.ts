import { readFileSync, writeFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { type ApiDescription, describeApi } from './describe-api.js';

/** Writes the contract of an application to a file; with `--check`, the process fails when the file is not current. */
export function writeOpenApi(
  application: INestApplication,
  api: ApiDescription,
  { file, args }: { file: string; args: readonly string[] },
): void {
  const document = `${JSON.stringify(describeApi(application, api), null, 2)}\n`;
  if (!args.includes('--check')) {
    writeFileSync(file, document);
  } else if (readFileSync(file, 'utf8') !== document) {
    console.error(`${file} is not current: run \`make openapi\` and commit it`);
    process.exitCode = 1;
  }
}
