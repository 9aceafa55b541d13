import { z } from "zod";
import { closedPoolSchema, listClosedPools, readOpenedLines } from "../../audit-log/public/closed-pools";
import { listHeads } from "../../audit-log/public/list-heads";
import { publicLineSchema } from "../../audit-log/public/public-line";
import { getPublicLine, readPublicLines } from "../../audit-log/public/read-public-lines";
import { publishedHeadSchema } from "../../audit-log/published-head";
import { publicProcedure, router } from "../trpc";

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** The log as outsiders read it. Lines come in pages, as they are read. */
export const logRouter = router({
  heads: publicProcedure.output(z.array(publishedHeadSchema)).query(({ ctx }) => listHeads({ ctx })),
  lines: publicProcedure
    .input(z.object({ from: number.default(1) }))
    .query(({ ctx, input }) => readPublicLines({ ctx, input })),
  line: publicProcedure
    .input(z.object({ line: number }))
    .output(publicLineSchema)
    .query(({ ctx, input }) => getPublicLine({ ctx, input })),
  closedPools: publicProcedure.output(z.array(closedPoolSchema)).query(({ ctx }) => listClosedPools({ ctx })),
  opened: publicProcedure
    .input(z.object({ pool: z.uuid() }))
    .query(({ ctx, input }) => readOpenedLines({ ctx, input })),
});
