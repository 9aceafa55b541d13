import { getToken } from "next-auth/jwt";
import type { Context, Viewer } from "../context";
import { env } from "../env";
import { RungError } from "../errors";
import { authenticateToken } from "../teams/authenticate-token";
import { findViewer } from "../teams/find-viewer";
import { clientAddress } from "../web-process/client-address";
import { spendRate } from "../web-process/spend-rate";
import { usesSecureCookies } from "./auth-options";
import { parseCookies } from "./parse-cookies";

export interface Recognised {
  viewer: Viewer | null;
  /** How they were recognised; a change requested by cookie must come from our own pages. */
  by: "token" | "cookie" | null;
}

/**
 * Who sent a request, by `Authorization: Bearer` or else by the session cookie. An unknown or revoked token is an error
 * (`sign_in_needed`); a cookie that is not ours or has expired counts as none.
 */
export async function viewerOf(ctx: Pick<Context, "db" | "now">, headers: Headers): Promise<Recognised> {
  const authorization = headers.get("authorization");
  if (authorization) return { viewer: await viewerOfToken(ctx, headers, authorization), by: "token" };
  const userId = await userIdOfCookie(headers);
  const viewer = userId ? await findViewer({ ctx, input: { userId } }) : null;
  return { viewer, by: viewer ? "cookie" : null };
}

async function viewerOfToken(
  ctx: Pick<Context, "db" | "now">,
  headers: Headers,
  authorization: string,
): Promise<Viewer> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization.trim())?.[1];
  const viewer = token ? await authenticateToken({ ctx, input: { token } }) : null;
  if (viewer) return viewer;
  await spendRate("bad-token", clientAddress(headers));
  throw new RungError(
    "sign_in_needed",
    "This token is unknown or has been revoked.",
    "Create a new one on the site, or with `npm run -s rung -- token create --user NAME`.",
  );
}

async function userIdOfCookie(headers: Headers): Promise<string | undefined> {
  const settings = env();
  const cookies = parseCookies(headers.get("cookie"));
  const req = { headers: {}, cookies } as unknown as Parameters<typeof getToken>[0]["req"];
  if (!settings.nextAuthSecret) return undefined;
  const secureCookie = usesSecureCookies(settings);
  return (await getToken({ req, secret: settings.nextAuthSecret, secureCookie }))?.sub;
}
