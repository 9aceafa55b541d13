import type { Problem } from "./problems/problem-schema";

/** Every error code that a person or a script may get, with its HTTP status. */
export const errorStatus = {
  bad_input: 400,
  percent_given: 400,
  sign_in_needed: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  already_exists: 409,
  too_late: 409,
  too_large: 413,
  storage_spent: 413,
  model_refused: 422,
  quota_spent: 429,
  too_many_requests: 429,
  disk_full: 507,
  busy: 503,
  not_configured: 503,
  sandbox_missing: 503,
  something_broke: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/**
 * The one error that reaches people: what happened (`message`, a sentence), what to do (`hint`) and a code for scripts; `problems` names
 * one by one what is wrong with something that was sent, `retryAfterMs` when the same may be asked again. Anything else thrown is logged in full and shown as `something_broke` with an id.
 */
export class RungError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly problems: Problem[];
  readonly retryAfterMs: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    hint = "",
    {
      problems = [],
      retryAfterMs = null,
      ...options
    }: ErrorOptions & { problems?: Problem[]; retryAfterMs?: number | null } = {},
  ) {
    super(message, options);
    this.name = "RungError";
    this.code = code;
    this.hint = hint;
    this.problems = problems;
    this.retryAfterMs = retryAfterMs;
  }
}
