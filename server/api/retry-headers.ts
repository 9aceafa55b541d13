import type { RungError } from "../errors";

/** `Retry-After` (RFC 9110, section 10.2.3) in whole seconds: when the last of these refusals has passed; nothing where none says. */
export function retryHeaders(errors: RungError[]): Record<string, string> {
  const waits = errors.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  if (waits.length === 0) return {};
  return { "retry-after": String(Math.max(1, Math.ceil(Math.max(...waits) / 1000))) };
}
