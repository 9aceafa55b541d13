import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { anyOf } from "../any-of";

const size = 1_000;

/** The block that a submission is in: so many in the order in which they came, so that the memory they take does not grow. */
export const blockOf = sql<number>`(${submissions.sequence} / ${sql.raw(String(size))})::int`;

/** Whether a submission is in a block. */
export const isIn = (block: number) =>
  sql`${submissions.sequence} between ${block * size} and ${block * size + size - 1}`;

/** Every block, in order, or those of some submissions. */
export async function listBlocks(db: Database, ids?: ReadonlySet<string>): Promise<number[]> {
  const some = ids && sql`${submissions.id} = ${anyOf([...ids], "uuid")}`;
  const rows = await db.selectDistinct({ block: blockOf }).from(submissions).where(some).orderBy(blockOf);
  return rows.map(({ block }) => block);
}
