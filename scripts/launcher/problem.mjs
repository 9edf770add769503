/**
 * Tells the user about one thing that stops a command, and what to do about it.
 *
 * @remarks The message names the thing, the remedy is an instruction; both are shown without a stack trace.
 */
export class Problem extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'Problem';
    this.remedy = remedy;
  }
}

/** Tells the user that the command line itself is wrong. */
export class UsageProblem extends Problem {}

/** Unwinds a command that the user interrupted. */
export class Interruption extends Error {}
