import { createHash } from "node:crypto";
import { commonHeaders } from "@/server/api/security-headers";

/** An SVG that pages refer to: a browser asks whether it has changed, and loads it again only if it has. */
export function sharedAnswer(svg: string, request: Request): Response {
  const etag = `"${createHash("sha256").update(svg).digest("base64url")}"`;
  const isSame = request.headers.get("if-none-match") === etag;
  return new Response(isSame ? null : svg, {
    status: isSame ? 304 : 200,
    headers: {
      ...commonHeaders,
      "content-type": "image/svg+xml; charset=utf-8",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-cache",
      etag,
    },
  });
}
