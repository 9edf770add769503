/** What would happen outside the files. */
export type PlannedEffect = {
  title: string;
  description?: string;
};

/** A file that would be written. */
export type PlannedFile = {
  /** From the root of the repository. */
  path: string;
  /** Bytes. */
  size: number;
  /** Absent for a file that is not text, and for one that is too large to send. */
  content?: string;
  isExecutable?: boolean;
};

/** What one step would do, as its action says in a dry run. */
export type PlannedStep = {
  effects: PlannedEffect[];
  /** Why the task would fail here, in sentences. */
  problems: string[];
  /** Present for a step that writes files outside the workspace: all of them. */
  files?: PlannedFile[];
};

/** The output in which an action of this module puts its {@link PlannedStep} in a dry run, and never otherwise. */
export const PLAN_OUTPUT = 'plan';
