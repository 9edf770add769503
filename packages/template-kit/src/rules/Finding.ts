/** Something that is wrong with a template. */
export interface Finding {
  rule: string;
  /** Where: a file, a step or a parameter. */
  place: string;
  message: string;
}

/** One line for a terminal. */
export function formatFinding({ rule, place, message }: Finding): string {
  return `${place}: ${message} (${rule})`;
}
