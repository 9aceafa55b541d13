import { randomBytes } from "node:crypto";
import { apiTokens } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import type { Context, Viewer } from "../context";
import { hashToken } from "./hash-token";

/**
 * Creates an API token for the viewer. `token` is `rung_` and 32 random bytes in base64url; it is returned only here, and only
 * its SHA-256 is stored. `name` says what it is for; a `local` one counts only where the local sign-in would.
 */
export async function createToken({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now"> & { viewer: Viewer };
  input: { name: string; local?: boolean };
}): Promise<{ id: string; token: string }> {
  const token = `rung_${randomBytes(32).toString("base64url")}`;
  const { userId, role } = ctx.viewer;
  return await ctx.db.transaction(async (tx) => {
    const { name, local = false } = input;
    const values = { userId, name, local, hash: hashToken(token), createdAt: ctx.now() };
    const [row] = await tx.insert(apiTokens).values(values).returning({ id: apiTokens.id });
    if (!row) throw new Error("the token was not stored");
    await appendLine(tx, { kind: "token", at: ctx.now(), public: { token: row.id, user: userId, role } });
    return { id: row.id, token };
  });
}
