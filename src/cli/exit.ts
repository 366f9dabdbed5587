/** Exit codes. */
export const exit = { ok: 0, errors: 1, unusable: 2 } as const;

/** Wrong usage that only a command itself can tell: its message, one line, is all that the user sees. */
export class UsageError extends Error {}
