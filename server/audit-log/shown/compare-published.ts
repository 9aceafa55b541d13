import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { digestOf } from "../digest-of";
import { linesOfKind } from "../logged-line";

const heads = sql`
  select p.day from audit.published_heads p left join audit.lines l on l.id = p.line
  where p.line > 0 and l.hash is distinct from p.head limit 1`;

const secrets = sql`
  select p.line_id from audit.published_secrets p
  left join audit.lines l on l.id = p.line_id and l.fields->>'pool' = p.pool_id::text
  left join guarded.audit_secrets s on s.line_id = l.id and s.salt = p.salt and s.secret = p.secret
  where s.line_id is null or encode(sha256(p.wrong), 'hex') <> s.secret::jsonb->>'wrong' limit 1`;

/**
 * Checks that what is published once is what it was published as: heads, the secrets of closed pools, the adaptivity to retired ones.
 * @returns what does not agree, in words, or null
 */
export async function comparePublished(db: Database): Promise<string | null> {
  const [head] = await db.execute<{ day: string }>(heads);
  if (head) return `the row in audit.published_heads of ${head.day} is on no line of the log`;
  const [secret] = await db.execute<{ line_id: string }>(secrets);
  if (secret) return `line ${secret.line_id} has another secret part than the row in audit.published_secrets`;
  const told = new Map(
    (await linesOfKind(db, "adaptivity")).map((logged) => [logged.line.public.pool, logged]),
  );
  for (const { poolId, result, measuredAt } of await db.query.publishedAdaptivity.findMany()) {
    const logged = told.get(poolId);
    if (!logged) return `no line tells of the row in published_adaptivity of the pool ${poolId}`;
    if (digestOf(result) !== logged.line.public.digest || measuredAt.getTime() !== logged.at.getTime())
      return `line ${logged.id} leads to another row in published_adaptivity than the one stored`;
  }
  return null;
}
