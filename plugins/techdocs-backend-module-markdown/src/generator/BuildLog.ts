import { LIMITS } from '../config/limits';

/** The part of a logger that a build needs; TechDocs passes a winston logger whose lines the reader can see. */
export interface BuildLogger {
  info(message: string): void;
  warn(message: string): void;
}

/** Names the problems of a build in its log, up to a number that a person reads. */
export class BuildLog {
  readonly #logger: BuildLogger;
  #count = 0;

  static create(logger: BuildLogger): BuildLog {
    return new BuildLog(logger);
  }

  private constructor(logger: BuildLogger) {
    this.#logger = logger;
  }

  info(message: string): void {
    this.#logger.info(message);
  }

  problems(problems: string[]): void {
    for (const problem of problems) {
      this.#count += 1;
      if (this.#count <= LIMITS.loggedProblems) {
        this.#logger.warn(problem);
      }
    }
  }

  /** Says how many problems there were. */
  close(): void {
    const hidden = this.#count - LIMITS.loggedProblems;
    if (hidden > 0) {
      this.#logger.warn(`${hidden} more problems are not listed`);
    }
  }
}
