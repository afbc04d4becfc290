/** A start that cannot go on: one sentence that says what to do. Shown without a stack; the exit code is 1. */
export class StartError extends Error {}
