/** Prepares the project; `say` is told of steps that take longer than a moment. */
export function prepare(options?: { say?(line: string): void }): Promise<void>;
