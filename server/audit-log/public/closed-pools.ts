import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { benchmarks, poolClosings, pools, publishedSecrets } from "../../../db/schema";
import type { Context } from "../../context";

const pageSize = 1_000;

export const closedPoolSchema = z.object({
  pool: z.uuid(),
  name: z.string(),
  benchmark: z.string().describe("slug"),
  closedAt: z.iso.datetime(),
});
export type ClosedPool = z.infer<typeof closedPoolSchema>;

/** What was secret of a decision on a closed pool; `HMAC-SHA-256(salt, secret)` is the commitment of its line. */
export const openedLineSchema = z.object({
  line: z.int().min(1),
  salt: z.string().describe("hex"),
  secret: z.string().describe("the secret fields, as canonical JSON"),
  wrong: z
    .string()
    .describe(
      "base64: one bit an image, 1 = wrong, the first image in the lowest bit of the first byte; `secret.wrong` is its SHA-256",
    ),
});
export type OpenedLine = z.infer<typeof openedLineSchema>;

/** The pools that are closed for good, whose secrets are public. */
export async function listClosedPools({ ctx }: { ctx: Pick<Context, "db"> }): Promise<ClosedPool[]> {
  const rows = await ctx.db
    .select({ pool: pools.id, name: pools.name, benchmark: benchmarks.slug, at: poolClosings.closedAt })
    .from(poolClosings)
    .innerJoin(pools, eq(pools.id, poolClosings.poolId))
    .innerJoin(benchmarks, eq(benchmarks.id, pools.benchmarkId))
    .where(isNotNull(poolClosings.closedAt))
    .orderBy(asc(poolClosings.closedAt));
  return rows.map(({ at, ...row }) => ({ ...row, closedAt: at!.toISOString() }));
}

/** What was secret of a closed pool's decisions, in the order of the log, in pages; nothing of a pool that is not closed. */
export async function* readOpenedLines({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { pool: string };
}): AsyncGenerator<OpenedLine[]> {
  for (let after = 0; ; ) {
    const page = await ctx.db
      .select()
      .from(publishedSecrets)
      .where(and(eq(publishedSecrets.poolId, input.pool), gt(publishedSecrets.lineId, after)))
      .orderBy(asc(publishedSecrets.lineId))
      .limit(pageSize);
    if (page.length > 0)
      yield page.map(({ lineId, salt, secret, wrong }) => ({
        line: lineId,
        salt: Buffer.from(salt).toString("hex"),
        secret,
        wrong: Buffer.from(wrong).toString("base64"),
      }));
    if (page.length < pageSize) return;
    after = page.at(-1)!.lineId;
  }
}
