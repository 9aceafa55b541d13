import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { Context } from "../context";
import { plain } from "../text/plain";
import { hostIsLoopback } from "../web-process/host-is-loopback";
import { signIn } from "./sign-in";

const credentials = z.object({
  role: z.enum(["researcher", "maintainer"]).default("researcher"),
  name: z.string().trim().max(60).check(plain).default(""),
});

/**
 * The local sign-in of a laptop: a name and a role, no password. It checks the host once more, because anyone who reaches it can
 * become a maintainer.
 */
export function localProvider(ctx: Pick<Context, "db" | "now">) {
  return CredentialsProvider({
    id: "local",
    name: "this computer",
    credentials: {
      name: { label: "Name", type: "text", placeholder: "researcher" },
      role: { label: "Role (researcher or maintainer)", type: "text", placeholder: "researcher" },
    },
    async authorize(given, request) {
      const headers = new Headers(request.headers as Record<string, string>);
      if (!hostIsLoopback(headers.get("host"))) return null;
      const parsed = credentials.safeParse(given);
      if (!parsed.success) return null;
      const { role } = parsed.data;
      const name = parsed.data.name || role;
      const viewer = await signIn({ ctx, input: { provider: "local", accountId: name, name, role } });
      return { id: viewer.userId, name: viewer.name };
    },
  });
}
