import type MarkdownIt from 'markdown-it';
import type { MarkdownOptions } from '../config/MarkdownOptions';
import { pageOf } from './PageContext';
import { createLink, replaceInText } from './replaceInText';

type Shorthand = NonNullable<MarkdownOptions['shorthand']>;

const HOSTS: Record<string, string> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  bitbucket: 'https://bitbucket.org',
};
/** Issues, changes and discussions, with the sign that each is named by. */
const KINDS: Record<string, string> = {
  '#': 'issues',
  '!': 'pull',
  '?': 'discussions',
};

const MENTION =
  /(?<![\w@/.])@([a-z\d](?:[a-z\d-]{0,37}[a-z\d])?)(?:\/([\w.-]{0,99}[a-z\d]))?\b/gi;
const NUMBER =
  /(?<![\w@/&])(?:([a-z\d][\w.-]{0,39})\/)?([a-z\d][\w.-]{0,98}(?=[#!?]))?([#!?])([1-9]\d*)\b/gi;

/** Links for `#12` and `@name`, where a site names its repository (`pymdownx.magiclink`). */
export function shorthand(md: MarkdownIt): void {
  md.core.ruler.after('text_join', 'shorthand', state => {
    const options = pageOf(state.env).options.shorthand;
    if (!options) {
      return;
    }
    replaceInText(state, {
      pattern: NUMBER,
      isOutsideLinks: true,
      replacement: ([, user, repository, sign, number], TokenClass) => {
        const place = locate(options, user, repository);
        const href = `${place}/${KINDS[sign]}/${number}`;
        const prefix = [user, repository].filter(Boolean).join('/');
        return createLink(TokenClass, href, `${prefix}#${number}`);
      },
    });
    replaceInText(state, {
      pattern: MENTION,
      isOutsideLinks: true,
      replacement: ([written, user, repository], TokenClass) => {
        const host = HOSTS[options.provider] ?? HOSTS.github;
        const href = [host, user, repository].filter(Boolean).join('/');
        return createLink(TokenClass, href, written);
      },
    });
  });
}

function locate(
  { provider, user, repository }: Shorthand,
  writtenUser: string | undefined,
  writtenRepository: string | undefined,
): string {
  const host = HOSTS[provider] ?? HOSTS.github;
  return `${host}/${writtenUser ?? user}/${writtenRepository ?? repository}`;
}
