import { stringify } from 'yaml';
import type { DecisionDraft, DraftPlace } from './DecisionDraft';
import { linkTo } from './names';

/** Text of people goes below a heading; a heading in it would end that section. */
function prose(text: string | undefined): string {
  return (text ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^(#{1,6})(?=\s)/gm, '\\$1');
}

/** One line, without what would make it two. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function section(heading: string, ...blocks: string[]): string[] {
  const written = blocks.filter(block => block !== '');
  return written.length > 0 ? [heading, ...written] : [];
}

function list(items: string[]): string {
  return items.map(item => `* ${line(item)}`).join('\n');
}

function optionList({ options }: DecisionDraft): string {
  return list(options.map(({ name }) => name));
}

function optionDetails({ options }: DecisionDraft): string[] {
  const noted = options.filter(({ notes }) => prose(notes) !== '');
  return noted.length > 0
    ? [
        '## Pros and Cons of the Options',
        ...noted.flatMap(({ name, notes }) => [
          `### ${line(name)}`,
          prose(notes),
        ]),
      ]
    : [];
}

function chosen({ outcome, reason, options }: DecisionDraft): string {
  if (options.length === 0)
    return [prose(outcome), prose(reason)].filter(Boolean).join('\n\n');
  const because = prose(reason);
  return because
    ? `Chosen option: "${line(outcome)}", because ${because}`
    : `Chosen option: "${line(outcome)}".`;
}

function madrBody(draft: DecisionDraft, isMinimal: boolean): string[] {
  return [
    `# ${line(draft.title)}`,
    ...section('## Context and Problem Statement', prose(draft.context)),
    ...section('## Considered Options', optionList(draft)),
    ...section('## Decision Outcome', chosen(draft)),
    ...section('### Consequences', prose(draft.consequences)),
    ...(isMinimal ? [] : optionDetails(draft)),
  ];
}

function frontMatter(draft: DecisionDraft, place: DraftPlace): string {
  const fields = {
    status: 'proposed',
    date: place.date,
    ...filled('decision-makers', draft.decisionMakers),
    ...filled('consulted', draft.consulted),
    ...filled('informed', draft.informed),
    ...filled('tags', draft.tags),
    ...filled('affects', draft.affects),
    ...filled(
      'supersedes',
      place.supersedes.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
    ),
  };
  // The failsafe schema writes a day as text without quotes, as everybody does.
  const yaml = stringify(fields, {
    lineWidth: 0,
    schema: 'failsafe',
    collectionStyle: 'any',
  });
  return `---\n${yaml}---`;
}

function filled(key: string, values: string[]): Record<string, string[]> {
  return values.length > 0 ? { [key]: values.map(line) } : {};
}

function renderMadr(draft: DecisionDraft, place: DraftPlace): string[] {
  const [heading, ...rest] = madrBody(draft, draft.format === 'madr-minimal');
  return [`${frontMatter(draft, place)}\n${heading}`, ...rest];
}

function renderLog4brains(draft: DecisionDraft, place: DraftPlace): string[] {
  const [heading, ...rest] = madrBody(draft, false);
  const people = [
    ['Deciders', draft.decisionMakers],
    ['Consulted', draft.consulted],
    ['Informed', draft.informed],
    ['Tags', draft.tags],
    ['Affects', draft.affects],
  ] as const;
  const fields = [
    '- Status: proposed',
    `- Date: ${place.date}`,
    ...people
      .filter(([, values]) => values.length > 0)
      .map(([label, values]) => `- ${label}: ${values.map(line).join(', ')}`),
  ];
  const links = place.supersedes.map(
    target =>
      `Supersedes ${linkTo(target, {
        path: place.path,
        format: 'log4brains',
      })}`,
  );
  return [
    heading,
    fields.join('\n'),
    ...rest,
    ...section('## Links', list(links)),
  ];
}

function renderNygard(draft: DecisionDraft, place: DraftPlace): string[] {
  const title = line(draft.title);
  const heading =
    place.number === undefined ? title : `${place.number}. ${title}`;
  const fields = [
    `Date: ${place.date}`,
    ...(draft.decisionMakers.length
      ? [`Deciders: ${draft.decisionMakers.map(line).join(', ')}`]
      : []),
    ...(draft.consulted.length
      ? [`Consulted: ${draft.consulted.map(line).join(', ')}`]
      : []),
    ...(draft.informed.length
      ? [`Informed: ${draft.informed.map(line).join(', ')}`]
      : []),
    ...(draft.tags.length ? [`Tags: ${draft.tags.map(line).join(', ')}`] : []),
    ...(draft.affects.length
      ? [`Affects: ${draft.affects.map(line).join(', ')}`]
      : []),
  ];
  const links = place.supersedes.map(
    target =>
      `Supersedes ${linkTo(target, { path: place.path, format: 'nygard' })}`,
  );
  return [
    `# ${heading}`,
    ...fields,
    '## Status',
    'Proposed',
    ...links,
    ...section('## Context', prose(draft.context)),
    ...section('## Considered Options', optionList(draft)),
    ...section('## Decision', chosen(draft)),
    ...section('## Consequences', prose(draft.consequences)),
    ...optionDetails(draft),
  ];
}

/** Writes a proposed decision in the form that was chosen. */
export function renderDecision(
  draft: DecisionDraft,
  place: DraftPlace,
): string {
  const render = {
    'madr-4': renderMadr,
    'madr-minimal': renderMadr,
    log4brains: renderLog4brains,
    nygard: renderNygard,
  }[draft.format];
  return `${render(draft, place).join('\n\n')}\n`;
}
