/** What time it is; tests have a time of their own. */
export interface Clock {
  now(): number;
  /** `YYYY-MM-DD` of the server, in UTC. */
  today(): string;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => new Date().toISOString().slice(0, 10),
};
