import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import { RungError } from "../errors";

/**
 * The submission that a user's request under this key made, whatever became of it: who got no answer asks again, and has the answer of
 * then. Look in the transaction that would add it, which has taken the team's turn.
 * @returns its id, or null where there was none
 * @throws RungError `bad_input` where the key named another request
 */
export async function answeredBefore(
  tx: Database,
  given: { userId: string; key: string; benchmarkId: string; modelHash: string; name: string },
): Promise<string | null> {
  const { userId, key, ...asked } = given;
  const [made] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.userId, userId), eq(submissions.idempotencyKey, key)));
  if (!made) return null;
  const isSame =
    made.benchmarkId === asked.benchmarkId && made.modelHash === asked.modelHash && made.name === asked.name;
  if (isSame) return made.id;
  throw new RungError(
    "bad_input",
    "This Idempotency-Key named another submission.",
    "Give each submission a key of its own, such as a new UUID, and use it again only to repeat the same request.",
  );
}
