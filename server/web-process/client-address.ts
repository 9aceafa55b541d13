/**
 * The address a request came from, to count rates by: the last hop of `X-Forwarded-For`, which the nearest proxy (or the
 * server itself) wrote; what stands before it is the client's own word.
 */
export function clientAddress(headers: Headers): string {
  const hops = headers.get("x-forwarded-for")?.split(",") ?? [];
  return hops.at(-1)?.trim() || "unknown";
}
