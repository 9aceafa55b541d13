import { createHash } from "node:crypto";
import type { Site } from "../../factories/make-site";

/** Makes the chain fit lines that were changed, as somebody with all rights could. */
export async function rechain(sql: Site["sql"]) {
  const lines = await sql`select id, public, commitment from audit.lines order by id`;
  let hash = createHash("sha256").digest();
  for (const line of lines) {
    hash = createHash("sha256").update(hash).update(line.public).update(line.commitment).digest();
    await sql`update audit.lines set hash = ${hash} where id = ${line.id}`;
  }
  await sql`update audit.head set hash = ${hash}`;
}
