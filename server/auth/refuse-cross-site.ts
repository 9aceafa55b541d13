import { RungError } from "../errors";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site's page asks for with our cookie (CSRF): a request that changes something and is
 * authenticated by cookie must say that it comes from this site. `siteOrigin` is the public origin where one is
 * configured; without it the origin must name the host that was asked. Throws `cross_site`.
 */
export function refuseCrossSite(
  request: { method: string; headers: Headers },
  siteOrigin: string | null = null,
): void {
  if (harmless.has(request.method)) return;
  if (isSameOrigin(request.headers, siteOrigin)) return;
  throw new RungError(
    "cross_site",
    "This change was asked for from another site's page.",
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
