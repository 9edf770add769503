import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';

/** Aliases may be repeated, but not multiplied into a document that fills the memory. */
const MAX_ALIASES = 100;

/** The data of a YAML text and the tags in it that nothing here interprets. */
export interface ParsedYaml {
  value: unknown;
  unknownTags: string[];
}

/**
 * Reads YAML from an untrusted repository: custom tags (`!!python/…`, `!ENV`) never construct anything,
 * their plain value is used and the tag is reported.
 */
export function parseYaml(text: string, fileName: string): ParsedYaml {
  try {
    const document = parseDocument(text, {
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error) {
      throw error;
    }
    const unknownTags = document.warnings
      .filter(warning => warning.code === 'TAG_RESOLVE_FAILED')
      .map(warning => warning.message.split('\n')[0].replace(/:$/, ''));
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      unknownTags: [...new Set(unknownTags)],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${fileName} is not valid YAML: ${reason}`);
  }
}
