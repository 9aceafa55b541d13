import { type NextRequest, NextResponse } from "next/server";
import { commonHeaders, pagePolicy } from "@/server/api/security-headers";
import { env } from "@/server/env";

/** Pages that show what only maintainers may see, beside names that others chose. */
const isMaintainers = /^\/(admin|audit)(\/|$)/;

/** Gives every page its security headers and a nonce, which Next puts on its own scripts. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = pagePolicy({ nonce, development: env().nodeEnv === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where to come back to after signing in.
  headers.set("x-rung-address", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  // Sent uncompressed, for the reason given at wholeHeaders; Next would overwrite our cache-control on a page.
  if (isMaintainers.test(request.nextUrl.pathname)) headers.delete("accept-encoding");
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(commonHeaders)) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  return response;
}

// Nothing under /api passes through here: a proxy cuts request bodies at 10 MiB, and model files are larger.
export const config = { matcher: "/((?!api/|_next/|healthz|metrics|favicon.ico).*)" };
