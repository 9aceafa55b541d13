import { RungError } from "../errors";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change requested by another site's page with our cookie (CSRF): a request that changes something and is authenticated
 * by cookie must declare this site as its origin. `siteOrigin` is the public origin if one is configured; otherwise the origin
 * must match the requested host. Throws `cross_site`.
 */
export function refuseCrossSite(
  request: { method: string; headers: Headers },
  siteOrigin: string | null = null,
): void {
  if (harmless.has(request.method)) return;
  if (isSameOrigin(request.headers, siteOrigin)) return;
  throw new RungError(
    "cross_site",
    "This change was requested from another site's page.",
    "Use the site's own pages, or send a token in the header `Authorization: Bearer rung_...`.",
  );
}

function isSameOrigin(headers: Headers, siteOrigin: string | null): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  if (siteOrigin !== null) return origin === siteOrigin;
  return new URL(origin).host === headers.get("host");
}
