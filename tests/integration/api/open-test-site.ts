import { encode } from "next-auth/jwt";
import { openContext } from "@/server/api/context";
import type { Viewer } from "@/server/context";
import { createToken } from "@/server/teams/create-token";
import { ensureUser } from "@/server/teams/ensure-user";
import { webDatabase } from "@/server/web-process/web-database";
import { makeSite, type Site } from "../../factories/make-site";

const secret = "a secret of this test alone";
export const siteUrl = "http://127.0.0.1:3000";

export interface Person {
  viewer: Viewer;
  token: string;
  /** A `Cookie` header of a signed-in browser. */
  cookie: string;
}

/**
 * The site's own code in this process, on a fresh database under the web role and a fresh data folder. One a test file: settings
 * and connections are the process's own.
 */
export async function openTestSite(
  settings: Record<string, string> | ((site: Site) => Record<string, string>) = {},
) {
  const site = await makeSite();
  Object.assign(process.env, {
    WEB_DATABASE_URL: site.database.webUrl,
    RUNG_DATA_DIR: site.dataDir,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: siteUrl,
    ...(typeof settings === "function" ? settings(site) : settings),
  });
  const ctx = await openContext();
  return {
    ...site,
    ctx,
    async person(name: string, role: Viewer["role"] = "researcher"): Promise<Person> {
      const viewer = await ensureUser({ ctx, input: { provider: "local", accountId: name, name, role } });
      const { token } = await createToken({ ctx: { ...ctx, viewer }, input: { name: "test" } });
      const session = await encode({ token: { sub: viewer.userId, via: "github" }, secret });
      return { viewer, token, cookie: `next-auth.session-token=${session}` };
    },
    async close() {
      await (ctx.queue as { stop?: (timeoutMs: number) => Promise<void> }).stop?.(100);
      await webDatabase().end();
      await site.drop();
    },
  };
}
