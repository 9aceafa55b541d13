import { DrizzleQueryError } from "drizzle-orm";

/**
 * The part of a job's error that may be logged. The error of a failed query carries the query's values, exact counts among them,
 * in its message and its fields, and the database's own message may quote them. Only the statement and the database's code are
 * left.
 */
export function withoutValues(error: unknown): Error {
  if (!(error instanceof DrizzleQueryError)) return error instanceof Error ? error : new Error(String(error));
  const { code } = (error.cause ?? {}) as { code?: string };
  return new Error(`A query failed (${code ?? "no code"}): ${error.query}`);
}
