import { publicOrigin } from "./public-origin";

/** The origin at which a reader can find this site again: the configured one, else the one that the request was sent to. */
export function siteOrigin(headers: Headers): string {
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0] ?? "http";
  return publicOrigin() ?? `${protocol}://${host}`;
}
