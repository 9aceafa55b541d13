import { parseArgs } from "node:util";
import type { Context, Viewer } from "../../context";
import { createToken } from "../../teams/create-token";
import { ensureUser } from "../../teams/ensure-user";
import { findUserByName } from "../../teams/find-user-by-name";
import { setRole } from "../../teams/set-role";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/**
 * `rung token create`: creates an API token for the user of that name, and the user with a personal team if new; prints
 * `{"token"}`, this once. `--role` also sets the user's role: this is how the first maintainer is made.
 */
export async function tokenCreate(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { user: { type: "string" }, role: { type: "string" } },
  });
  const { user, role } = values;
  if (!user) throw new UsageError("--user is needed.");
  if (role !== undefined && role !== "researcher" && role !== "maintainer") {
    throw new UsageError("--role is researcher or maintainer.");
  }
  const { token } = await operatorContext(io, async (ctx) => {
    const viewer = await userInRole(ctx, user, role);
    return await createToken({ ctx: { ...ctx, viewer }, input: { name: "created on the command line" } });
  });
  io.stdout(`${JSON.stringify({ token })}\n`);
  return 0;
}

async function userInRole(ctx: Context, name: string, role: Viewer["role"] | undefined): Promise<Viewer> {
  const viewer =
    (await findUserByName({ ctx, input: { name } })) ??
    (await ensureUser({ ctx, input: { provider: "local", accountId: name, name } }));
  if (role === undefined || role === viewer.role) return viewer;
  await setRole({ ctx, input: { userId: viewer.userId, role } });
  return { ...viewer, role };
}
