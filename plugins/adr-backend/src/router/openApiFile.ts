import { stringify } from 'yaml';
import { createOpenApi } from './openApi';

/** The description of the API as the file that the catalog shows. */
export function writeOpenApi(): string {
  return stringify(createOpenApi(), {
    lineWidth: 0,
    singleQuote: true,
    aliasDuplicateObjects: false,
  });
}
