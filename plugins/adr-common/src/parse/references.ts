import type { DecisionReference, LinkType } from '../model/Decision';
import { leadingLinkType } from './labels';
import { isStatusMenu, readStatus } from './status';
import { labelOf, type Words } from './words';

type Origin = DecisionReference['origin'];

/** `ADR-0005`, `ADR 5`, `AD-12`: the number of a record, named in a text. */
const NAMED =
  /(?<![\p{L}\p{N}/])(?:[\p{Lu}]+-)?(?:L?ADR|AD|DR|RFC)s?[-_\s#:]*(\d{1,5})(?![\p{L}\p{N}])/giu;

/** `0005-use-queues`, with or without `.md`. */
const FILE =
  /(?<![\p{L}\p{N}/])(?:\d{4}-\d{2}-\d{2}|\d{3,8})[-_]\p{L}[\p{L}\p{N}_-]*(?:\.md)?/gu;

/** A number alone, where nothing but a record can be meant. */
const BARE = /^[\s"'#[(]*(\d{1,5})[\s"'\]).]*$/;

/** Where a line of the status begins to say something about another record. */
const BREAKS =
  /(?:\b(?:partially |partly )?(?:super[sc]ee?de[sd]?|replace[sd]?|amend(?:s|ed)|modifi(?:es|ed)|update[sd] by|relates to|refine[sd]|extend(?:s|ed)|clarifie[sd]|obsolete[sd]|depends on)\b)|(?<=[.;,)\]]\s+)\bsee\b/gi;

function collect(
  text: string,
  pattern: RegExp,
): { text: string; at: number }[] {
  return [...text.matchAll(pattern)].map(match => ({
    text: match[0],
    at: match.index ?? 0,
  }));
}

/** Whether an address of a link could lead to a record. */
export function leadsToRecord(href: string): boolean {
  const path = href.replace(/[?#].*$/, '');
  if (/^(?:mailto|tel|data|javascript):/i.test(href) || path === '') {
    return false;
  }
  const isExternal = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(path);
  return isExternal
    ? /\.(?:md|markdown)$/i.test(path)
    : /\.(?:md|markdown)$/i.test(path) || /(?:^|\/)[^./]+\/?$/.test(path);
}

/** What some words point at: their links, and the records that they name outside of them. */
function targetsOf(
  words: Words,
  isExplicit: boolean,
): Pick<DecisionReference, 'target' | 'label'>[] {
  const links = words.links
    .filter(link => leadsToRecord(link.href))
    .map(link => ({ target: link.href, label: labelOf(words, link) }));
  if (!isExplicit) {
    return links;
  }
  const isLinked = (at: number) =>
    words.links.some(link => at >= link.start && at < link.end);
  const named = [
    ...collect(words.text, NAMED),
    ...collect(words.text, FILE),
  ].filter(({ at }) => !isLinked(at) && !isForeign(words.text.slice(0, at)));
  if (links.length + named.length === 0 && words.links.length === 0) {
    return bareNumbers(words.text).map(target => ({ target }));
  }
  return [...links, ...named.map(({ text }) => ({ target: text }))];
}

/** `other-project ADR-15` is a record of somebody else. */
function isForeign(before: string): boolean {
  return /[\p{L}\p{N}]+-[\p{L}\p{N}-]+(?:[’']s)?\s+$/u.test(before);
}

function bareNumbers(text: string): string[] {
  const parts = text.split(/,|;|\band\b|&/i).map(part => BARE.exec(part)?.[1]);
  return parts.every(part => part !== undefined)
    ? parts.filter(part => part !== undefined)
    : [];
}

/** Words between a verb and the record that it is about, which take nothing away from it. */
const FILLER = new Set(
  'the a an our this earlier older old previous prior original decision decisions record records adr adrs l rfc in of and by also both all fully entirely completely documented described document recorded from with see'.split(
    ' ',
  ),
);

/** `Supersedes the engine choice in ADR-100`, `ADR-22, serving mode only`: the rest of that record stays in force. */
function isPartial(
  words: Words,
  targets: readonly { target: string }[],
): boolean {
  const first =
    words.links[0]?.start ?? words.text.indexOf(targets[0]?.target ?? '');
  const before = words.text.slice(0, Math.max(first, 0));
  const after = words.text.slice(Math.max(first, 0));
  const named = before.match(/[\p{L}][\p{L}\p{N}-]*/gu) ?? [];
  return (
    named.some(word => !FILLER.has(word.toLowerCase())) ||
    /\bonly\b|\bin part\b|\bpart(?:ly|ially)\b|\bdecision #\d/i.test(after)
  );
}

function weaken(type: LinkType): LinkType {
  if (type === 'supersedes') return 'amends';
  return type === 'superseded-by' ? 'amended-by' : type;
}

/** References of a statement whose label names their kind, such as `Supersedes: ADR-3, ADR-4`. */
export function referencesOfValue(
  words: Words,
  options: { type: LinkType; origin: Origin; line: number },
): DecisionReference[] {
  const led = leadingLinkType(words.text);
  const stated = options.type === 'relates' && led ? led.type : options.type;
  const rest =
    led?.type === stated ? cut(words, led.length, words.text.length) : words;
  const targets = targetsOf(rest, true);
  const type = isPartial(rest, targets) ? weaken(stated) : stated;
  return targets.map(target => ({ ...options, type, ...target }));
}

/** References of a line that says in its own words what kind they are: `Accepted, amended by ADR-9`. */
export function referencesOfStatus(
  words: Words,
  line: number,
): DecisionReference[] {
  if (isStatusMenu(words.text)) {
    return [];
  }
  const cuts = [0, ...collect(words.text, BREAKS).map(({ at }) => at)];
  const starts = [...new Set(cuts)].sort((a, b) => a - b);
  return starts.flatMap((start, index) => {
    const segment = cut(words, start, starts[index + 1] ?? words.text.length);
    const led = leadingLinkType(segment.text);
    const rest = led ? cut(segment, led.length, segment.text.length) : segment;
    const targets = targetsOf(rest, true);
    const stated = led?.type ?? impliedType(segment.text);
    const type = led && isPartial(rest, targets) ? weaken(stated) : stated;
    return targets.map(target => ({
      type,
      origin: 'status' as const,
      line,
      ...target,
    }));
  });
}

/** `Superseded (remplacé) par l’ADR 3`: in whatever words, a status of superseded names its successor. */
function impliedType(text: string): LinkType {
  return readStatus(text) === 'superseded' ? 'superseded-by' : 'relates';
}

function cut(words: Words, start: number, end: number): Words {
  return {
    text: words.text.slice(start, end),
    links: words.links
      .filter(link => link.start >= start && link.start < end)
      .map(link => ({
        ...link,
        start: link.start - start,
        end: link.end - start,
      })),
    images: [],
  };
}

function asBody(reference: DecisionReference): DecisionReference {
  return { ...reference, origin: 'body' };
}

/** `Supersedes [ADR-7](…)` at the beginning of a line or an item, anywhere in the text. */
function beginsWithVerb(words: Words): boolean {
  const led = leadingLinkType(words.text);
  if (!led || led.type === 'relates') return false;
  const rest = words.text.slice(led.length);
  const gap = /^[\s:]*/.exec(rest)?.[0].length ?? 0;
  const start = led.length + gap;
  return (
    words.links.some(
      link => link.start === start && leadsToRecord(link.href),
    ) ||
    /^(?:the\s[^.]{0,60}?)?(?:L?ADR|AD|DR)[-_\s#:]*\d/i.test(rest.slice(gap)) ||
    (/^the\s/i.test(rest.slice(gap)) &&
      words.links.some(
        link => link.start < start + 60 && /\.md/i.test(link.href),
      ))
  );
}

const ABOUT_ITSELF =
  /\bthis (?:adr|decision|record|document|rfc)(?: record)?(?: also| fully| entirely)? (?=super[sc]edes|replaces|amends|is (?:super[sc]eded|replaced|amended) by)/i;

/** References of running text: links to other files, and sentences in which the record speaks of itself. */
export function referencesOfText(
  words: Words,
  line: number,
): DecisionReference[] {
  if (beginsWithVerb(words)) {
    return referencesOfStatus(words, line).map(asBody);
  }
  const match = ABOUT_ITSELF.exec(words.text);
  if (match) {
    const start = match.index + match[0].length;
    const skipped = words.text.startsWith('is ', start) ? 3 : 0;
    const sentence = /[.!?](?:\s|$)/.exec(words.text.slice(start));
    const end = sentence ? start + sentence.index : words.text.length;
    const said = referencesOfStatus(cut(words, start + skipped, end), line);
    const others = words.links.filter(
      link => link.start < start || link.start >= end,
    );
    return [...said, ...plainLinks({ ...words, links: others }, line)].map(
      asBody,
    );
  }
  return plainLinks(words, line);
}

function plainLinks(words: Words, line: number): DecisionReference[] {
  return targetsOf(words, false)
    .filter(({ target }) => /\.(?:md|markdown)(?:[?#]|$)/i.test(target))
    .map(target => ({ type: 'relates', origin: 'body', line, ...target }));
}
