import { writeOpenApi } from '@platform/common/openapi';
import api from './api.json' with { type: 'json' };
import { createApplication } from './application.js';
import { configurationSchema } from './configuration.js';
import { sampleVariables } from './sample-variables.js';

const application = await createApplication(configurationSchema.parse(sampleVariables));
writeOpenApi(application, api, { file: 'openapi.json', args: process.argv });
await application.close();
