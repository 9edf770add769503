/** What an action promises that only answers. */
export const READ_ONLY = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};
