/** Headers of every answer, pages and data alike. */
export const commonHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
} as const;

/** Headers of every data answer: not a document, not to be cached. */
export const apiHeaders = {
  ...commonHeaders,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
} as const;

/**
 * For answers that must never be compressed: event streams, and those with something secret (a maintainer's figures, a session's
 * token) beside text that others chose, because the compressed length reveals whether the two are alike. Everything else is the
 * caller's own or public.
 */
export const wholeHeaders = { ...apiHeaders, "cache-control": "no-store, no-transform" } as const;

/**
 * A page's policy: only scripts with this answer's nonce (and what they load), nothing inline. Style attributes are allowed,
 * because charts are drawn with them; they run nothing. `development` lets the framework's reloading evaluate code.
 */
export function pagePolicy({ nonce, development }: { nonce: string; development: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https://avatars.githubusercontent.com",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
