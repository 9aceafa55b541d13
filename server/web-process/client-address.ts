/**
 * The address a request came from, for counting rates: the last hop of `X-Forwarded-For`, which the nearest proxy (or the server
 * itself) wrote; anything before it is only the client's claim.
 */
export function clientAddress(headers: Headers): string {
  const hops = headers.get("x-forwarded-for")?.split(",") ?? [];
  return hops.at(-1)?.trim() || "unknown";
}
