import { isPlaceholder } from './placeholders';

/** Says that nobody is named. */
const NOBODY = /^(?:n\/?a|none|nobody|tbd|tba|tbc|unknown|-+|–|—|\.+|\?+)$/i;

/** A name with one of these is one group, even with an "and" in it. */
const GROUP =
  /\b(?:team|teams|group|guild|board|committee|council|squad|tribe|chapter|department|engineering|architecture|office|owners|leads?)\b/i;

function splitAnd(text: string): string[] {
  return GROUP.test(text) ? [text] : text.split(/\s+(?:and|und|et|&|\+)\s+/i);
}

/** `alice@ bob@`: handles stand side by side without a comma. */
function splitHandles(text: string): string[] {
  const words = text.trim().split(/\s+/);
  return words.length > 1 && words.every(word => /^@\S+$|^\S+@$/.test(word))
    ? words
    : [text];
}

/** Commas inside brackets belong to a person: `Alice (CTO, interim)`. */
function splitList(text: string): string[] {
  return text.split(/[,;•](?![^()<[]*[)>\]])|\s\/\s/);
}

/** Splits what a record says about people into one entry each. */
export function readPeople(values: readonly string[]): string[] {
  const people = values
    .filter(value => !isPlaceholder(value))
    .map(value => value.replace(/^\s*\[([^\]]*)\]\s*$/, '$1'))
    .flatMap(splitList)
    .flatMap(splitAnd)
    .flatMap(splitHandles)
    .map(cleanPerson)
    .filter(person => person !== '' && !NOBODY.test(person));
  return [...new Set(people)].filter(person => !isPlaceholder(person));
}

function cleanPerson(text: string): string {
  return text
    .replace(/^\s*(?:[-*+]|\d+\.|and\s)\s*/i, '')
    .replace(/^["'`]+|["'`.]+$/g, '')
    .trim();
}
