import { z } from 'zod';

/** Stands in example files where everybody has to put a value of their own. */
const PLACEHOLDER = 'change-me';

/** A setting that must stay unknown to others. The example of it, and what is quickly guessed, is refused. */
export const secret = () =>
  z
    .string()
    .min(16, 'must have at least 16 characters')
    .refine(value => !value.includes(PLACEHOLDER), 'is the placeholder of the example: set a value of your own')
    .meta({ writeOnly: true });

/** A whole number, written in digits alone. */
export const wholeNumber = ({ min = 0, max = 999_999 } = {}) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** The number of a port to listen on or to connect to. */
export const portNumber = () => wholeNumber({ max: 65_535 });
