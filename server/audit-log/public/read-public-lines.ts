import { sql } from "drizzle-orm";
import type { Context } from "../../context";
import { RungError } from "../../errors";
import { publishedHead } from "../published-head";
import type { PublicLine } from "./public-line";

const pageSize = 2_000;

/**
 * The public half of the log from line `from` on, up to the head of today, in pages: a line comes with the head of the day after it, so
 * that the log tells no time of day earlier than pages do.
 */
export async function* readPublicLines({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { from: number };
}): AsyncGenerator<PublicLine[]> {
  await publishedHead({ ctx });
  for (let after = input.from - 1; ; ) {
    const page = await readPage(ctx.db, after, pageSize);
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)!.line;
  }
}

/** @throws RungError `not_found` where there is no such line, or it is not public yet */
export async function getPublicLine({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { line: number };
}): Promise<PublicLine> {
  const { line: last } = await publishedHead({ ctx });
  const [found] = input.line > last ? [] : await readPage(ctx.db, input.line - 1, 1);
  if (found) return found;
  throw new RungError(
    "not_found",
    `Line ${input.line} is not public: the last one that is has the number ${last}.`,
    "Lines come with the head of the day after them (UTC).",
  );
}

async function readPage(db: Context["db"], after: number, most: number): Promise<PublicLine[]> {
  const rows = await db.execute<{ line: string; public: string; commitment: string; hash: string }>(
    sql`select line, public, encode(commitment, 'hex') as commitment, encode(hash, 'hex') as hash from audit.public_lines(${after}, ${most})`,
  );
  return rows.map((row) => ({ ...row, line: Number(row.line) }));
}
