/** A file that would be written. */
export interface PlannedFile {
  /** From the root of the repository. */
  path: string;
  /** Bytes. */
  size: number;
  /** Absent for a file that is not text, and for one that is too large to send. */
  content?: string;
  isExecutable?: boolean;
}

/** What would happen outside the files. */
export interface PlannedEffect {
  title: string;
  description?: string;
}

/** What Create would do with the values of the form. */
export interface Plan {
  files: PlannedFile[];
  effects: PlannedEffect[];
  /** Why it cannot be created as it is; empty when it can. */
  problems: string[];
}
