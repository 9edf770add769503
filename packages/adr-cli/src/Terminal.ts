/** Where a command runs and what it writes to. */
export interface Terminal {
  /** Relative paths start here. */
  directory: string;
  print(text: string): void;
  complain(text: string): void;
}

/** How a command ended: well, with findings, or because it was called wrongly. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;
