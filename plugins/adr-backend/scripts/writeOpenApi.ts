import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOpenApi } from '../src/router/openApiFile';

const FILE = join(__dirname, '../../../apis/generated/decisions.openapi.yaml');

writeFileSync(FILE, writeOpenApi());
process.stdout.write(`${FILE} is written\n`);
