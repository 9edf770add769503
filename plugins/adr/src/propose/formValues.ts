import {
  DRAFT_FORMATS,
  type DecisionDraft,
  type DraftFormat,
} from '@groundwork/plugin-adr-common';

/** One of the options, as it is being typed. */
export type OptionValues = { name: string; notes: string };

/** What has been typed into the form so far. */
export type FormValues = {
  title: string;
  /** Undefined as long as the author has not chosen: the form of the log that it goes to. */
  format?: DraftFormat;
  context: string;
  options: OptionValues[];
  /** The place of the chosen option; where there are none, the outcome is words. */
  chosen?: number;
  outcome: string;
  reason: string;
  consequences: string;
  decisionMakers: string;
  consulted: string;
  informed: string;
  tags: string;
  affects: string;
  supersedes: string[];
};

/** The fields that are plain words. */
export type TextFieldName = {
  [K in keyof FormValues]-?: FormValues[K] extends string ? K : never;
}[keyof FormValues];

/** An empty form; the server holds the limits, these are what a form needs at least. */
export const EMPTY_FORM: FormValues = {
  title: '',
  context: '',
  options: [],
  outcome: '',
  reason: '',
  consequences: '',
  decisionMakers: '',
  consulted: '',
  informed: '',
  tags: '',
  affects: '',
  supersedes: [],
};

const TEXT_FIELDS = Object.keys(EMPTY_FORM).filter(
  name => typeof EMPTY_FORM[name as keyof FormValues] === 'string',
);

function isOption(value: unknown): value is OptionValues {
  // Read field by field right below.
  const option = value as Partial<OptionValues> | null;
  return typeof option?.name === 'string' && typeof option.notes === 'string';
}

/** Recognises what an earlier visit left behind. */
export function isFormValues(value: unknown): value is FormValues {
  // Read field by field right below.
  const form = value as Record<string, unknown> | null;
  return (
    typeof form === 'object' &&
    form !== null &&
    TEXT_FIELDS.every(name => typeof form[name] === 'string') &&
    Array.isArray(form.options) &&
    form.options.every(isOption) &&
    Array.isArray(form.supersedes) &&
    form.supersedes.every(id => typeof id === 'string') &&
    (form.chosen === undefined || typeof form.chosen === 'number') &&
    (form.format === undefined ||
      DRAFT_FORMATS.some(format => format === form.format))
  );
}

/** The words between commas. */
export function splitList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map(word => word.trim())
    .filter(Boolean);
}

/** The options that have a name. */
export function namedOptions({ options }: FormValues): OptionValues[] {
  return options.filter(({ name }) => name.trim() !== '');
}

/** What is decided: the name of the chosen option, or words. */
export function outcomeOf(values: FormValues): string {
  return namedOptions(values).length > 0
    ? (values.options[values.chosen ?? -1]?.name ?? '').trim()
    : values.outcome.trim();
}

/** Whether there is enough to be proposed. */
export function isComplete(values: FormValues): boolean {
  return (
    values.title.trim().length >= 3 &&
    values.context.trim() !== '' &&
    outcomeOf(values) !== ''
  );
}

/** The form as the log takes it. */
export function toDraft(
  values: FormValues,
  format: DraftFormat,
): DecisionDraft {
  const { title, context, reason, consequences } = values;
  const options = namedOptions(values);
  return {
    title: title.trim(),
    format,
    context: context.trim(),
    options: options.map(({ name, notes }) => ({
      name: name.trim(),
      ...(notes.trim() && { notes: notes.trim() }),
    })),
    outcome: outcomeOf(values),
    ...(options.length > 0 && reason.trim() && { reason: reason.trim() }),
    ...(consequences.trim() && { consequences: consequences.trim() }),
    decisionMakers: splitList(values.decisionMakers),
    consulted: splitList(values.consulted),
    informed: splitList(values.informed),
    tags: splitList(values.tags),
    affects: splitList(values.affects),
  };
}
