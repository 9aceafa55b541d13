import { errorStatus, type RungError } from "../errors";
import { retryHeaders } from "./retry-headers";
import { apiHeaders } from "./security-headers";

/**
 * An error as a problem document (RFC 9457) with our `code`, `hint` and `problems`. `status` replaces the code's own if a protocol requires
 * another.
 */
export function problem(
  error: RungError,
  { status = errorStatus[error.code], headers }: { status?: number; headers?: HeadersInit } = {},
): Response {
  const { code, hint, message: detail, problems } = error;
  const type = "about:blank";
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(apiHeaders)) all.set(name, value);
  all.set("content-type", "application/problem+json");
  all.delete("content-length");
  if (status === 401) all.set("www-authenticate", "Bearer");
  if (status === 503) all.set("retry-after", "5");
  for (const [name, value] of Object.entries(retryHeaders([error]))) all.set(name, value);
  return new Response(JSON.stringify({ type, title: titles[code], status, detail, code, hint, problems }), {
    status,
    headers: all,
  });
}

const titles: Record<RungError["code"], string> = {
  bad_input: "The input is invalid",
  percent_given: "A percentage was given for a fraction",
  sign_in_needed: "Sign in first",
  forbidden: "Not allowed",
  cross_site: "Requested from another site",
  not_found: "Not found",
  already_exists: "It already exists",
  too_late: "Too late",
  too_large: "Too large",
  storage_spent: "Your storage is spent",
  model_refused: "The model was refused",
  quota_spent: "The quota is spent",
  too_many_requests: "Too many requests",
  disk_full: "The disk is full",
  busy: "Busy",
  not_configured: "Not configured",
  sandbox_missing: "The sandbox is missing",
  something_broke: "Something broke here",
};
