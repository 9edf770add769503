import { InputError, toError } from '@backstage/errors';
import { parseDocument, type ScalarTag } from 'yaml';
import { SLUG_FUNCTIONS } from './readSlugOptions';

/** Aliases may be repeated, but not multiplied into a document that fills the memory. */
const MAX_ALIASES = 100;

/** Functions that are known by name: the name is data, nothing is imported or called. */
const KNOWN_NAMES = SLUG_FUNCTIONS.map(
  (name): ScalarTag => ({
    tag: `tag:yaml.org,2002:python/name:${name}`,
    resolve: () => name,
  }),
);

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
      customTags: KNOWN_NAMES,
    });
    const [error] = document.errors;
    if (error) {
      throw error;
    }
    const unknownTags = document.warnings
      .filter(warning => warning.code === 'TAG_RESOLVE_FAILED')
      .map(warning => firstLine(warning.message));
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      unknownTags: [...new Set(unknownTags)],
    };
  } catch (error) {
    const reason = firstLine(toError(error).message);
    throw new InputError(`${fileName} is not valid YAML: ${reason}`);
  }
}

/** What a message of the parser says, without the text that it shows below. */
function firstLine(message: string): string {
  return message.split('\n')[0].replace(/:$/, '');
}
