import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { accounts, memberships, teams, users } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import type { Context, Viewer } from "../context";
import { RungError } from "../errors";
import { unseen } from "../text/unseen";
import { findViewer } from "./find-viewer";
import { nameCandidates, teamSlug } from "./name-candidates";

/** An identity that a provider vouches for. `role`, if given, is set on the user. */
export interface Identity {
  provider: string;
  accountId: string;
  name: string;
  email?: string | null;
  image?: string | null;
  role?: Viewer["role"];
}

/**
 * The user behind an outside identity: found, or created with a personal team in one transaction. Two simultaneous first sign-ins
 * create one user. A name already taken gets a number (`ada`, `ada-2`). Throws `bad_input` for a name that is empty, longer than 60
 * characters, or has some that are not seen.
 */
export async function ensureUser({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: Identity;
}): Promise<Viewer> {
  const name = input.name.trim();
  if (name.length < 1 || name.length > 60) {
    throw new RungError("bad_input", "A user's name has 1 to 60 characters.", "Choose another name.");
  }
  if (unseen.test(name)) {
    throw new RungError(
      "bad_input",
      "A user's name has only characters that can be seen.",
      "Choose another.",
    );
  }
  const userId = await ctx.db.transaction(async (tx) => {
    const identity = `${input.provider} ${input.accountId}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rung user'), hashtext(${identity}))`);
    const known = await findAccount(tx, input);
    if (!known) return await makeUser(tx, { ...input, name }, ctx.now());
    const changes = { email: input.email, image: input.image, role: input.role };
    if (Object.values(changes).some((value) => value !== undefined)) {
      await tx.update(users).set(changes).where(eq(users.id, known));
    }
    return known;
  });
  const viewer = await findViewer({ ctx, input: { userId } });
  if (!viewer) throw new Error(`user ${userId} has no team`);
  return viewer;
}

async function findAccount(tx: Database, { provider, accountId }: Identity): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, accountId)));
  return row?.userId;
}

async function makeUser(tx: Database, input: Identity, at: Date): Promise<string> {
  const { email, image, role } = input;
  const userId = await firstFree(nameCandidates(input.name), async (name) => {
    const values = { name, email, image, role, createdAt: at };
    const [row] = await tx.insert(users).values(values).onConflictDoNothing().returning({ id: users.id });
    return row?.id;
  });
  const teamId = await firstFree(nameCandidates(teamSlug(input.name)), async (slug) => {
    const values = { slug, name: input.name, createdAt: at };
    const [row] = await tx.insert(teams).values(values).onConflictDoNothing().returning({ id: teams.id });
    return row?.id;
  });
  if (input.provider === "local") await vouchForNewTeam(tx, teamId, at);
  await tx.insert(memberships).values({ userId, teamId, since: at });
  await tx.insert(accounts).values({ provider: input.provider, providerAccountId: input.accountId, userId });
  return userId;
}

/** Whoever holds the machine or the owner's password made this user: they answer for it being one person. */
async function vouchForNewTeam(tx: Database, teamId: string, at: Date): Promise<void> {
  await tx.update(teams).set({ vouchedAt: at }).where(eq(teams.id, teamId));
  const reason = "made by the operator or by the local sign-in";
  await appendLine(tx, { kind: "vouch", at, public: { team: teamId, vouched: true, reason, by: null } });
}

async function firstFree(
  names: Iterable<string>,
  insert: (name: string) => Promise<string | undefined>,
): Promise<string> {
  for (const name of names) {
    const id = await insert(name);
    if (id) return id;
  }
  throw new RungError("already_exists", "This name and all its numbered forms are taken.", "Choose another.");
}
