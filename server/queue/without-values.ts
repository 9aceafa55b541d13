import { DrizzleQueryError } from "drizzle-orm";

/**
 * What may be written down of something that a job threw. An error of a failed query carries the query's values, exact counts among
 * them, in its message and its fields; the database's own words may quote them. What stays is the statement and the database's code.
 */
export function withoutValues(error: unknown): Error {
  if (!(error instanceof DrizzleQueryError)) return error instanceof Error ? error : new Error(String(error));
  const { code } = (error.cause ?? {}) as { code?: string };
  return new Error(`A query failed (${code ?? "no code"}): ${error.query}`);
}
