import { getToken, type JWT } from "next-auth/jwt";
import type { Context, Viewer } from "../context";
import { env } from "../env";
import { RungError } from "../errors";
import { authenticateToken } from "../teams/authenticate-token";
import { findViewer } from "../teams/find-viewer";
import { clientAddress } from "../web-process/client-address";
import { received } from "../web-process/received";
import { spendRate } from "../web-process/spend-rate";
import { usesSecureCookies } from "./auth-options";
import { localRefusal } from "./local-refusal";
import { parseCookies } from "./parse-cookies";

export interface Recognised {
  viewer: Viewer | null;
  /** How they were recognised; a change requested by cookie must come from our own pages. */
  by: "token" | "cookie" | null;
  /** Whether it is the local sign-in that they owe it to: what it gives counts where it would be given, and nowhere else. */
  local: boolean;
}

/**
 * Who sent a request, by `Authorization: Bearer` or else by the session cookie. An unknown or revoked token is an error
 * (`sign_in_needed`), and so is one of the local sign-in in a request from elsewhere; a cookie that is not ours, has expired or is
 * of the local sign-in and from elsewhere counts as none.
 */
export async function viewerOf(ctx: Pick<Context, "db" | "now">, headers: Headers): Promise<Recognised> {
  const authorization = headers.get("authorization");
  if (authorization) return { ...(await ownerOfToken(ctx, authorization)), by: "token" };
  const { sub: userId, via } = (await sessionOf(headers)) ?? {};
  const local = via === "local";
  const counts = userId !== undefined && (local ? localRefusal() === null : via === "github");
  const viewer = counts ? await findViewer({ ctx, input: { userId } }) : null;
  return { viewer, by: viewer ? "cookie" : null, local };
}

/** A good token is looked up before anything is counted: bad ones from the same address do not stand in its way. */
async function ownerOfToken(
  ctx: Pick<Context, "db" | "now">,
  authorization: string,
): Promise<{ viewer: Viewer; local: boolean }> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization.trim())?.[1];
  const owner = token ? await authenticateToken({ ctx, input: { token } }) : null;
  const refusal = owner?.local ? localRefusal() : null;
  if (owner && !refusal) return owner;
  if (refusal) {
    throw new RungError(
      "sign_in_needed",
      `This token was made under the local sign-in, which counts only for who is at the site's machine, and ${refusal.why}.`,
      "Make one that counts from anywhere, on that machine: `npm run -s rung -- token create --user NAME`.",
    );
  }
  await spendRate("bad-token", clientAddress(received(), env()));
  throw new RungError(
    "sign_in_needed",
    "This token is unknown or has been revoked.",
    "Create a new one on the site, or with `npm run -s rung -- token create --user NAME`.",
  );
}

async function sessionOf(headers: Headers): Promise<JWT | null> {
  const settings = env();
  const cookies = parseCookies(headers.get("cookie"));
  const req = { headers: {}, cookies } as unknown as Parameters<typeof getToken>[0]["req"];
  if (!settings.nextAuthSecret) return null;
  const secureCookie = usesSecureCookies(settings);
  return await getToken({ req, secret: settings.nextAuthSecret, secureCookie });
}
