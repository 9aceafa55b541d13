import { z } from "zod";
import { adaptivitySchema } from "../../audit/adaptivity-schema";
import { getAdaptivity, getPublishedAdaptivity } from "../../audit/get-adaptivity";
import { getAuditedSubmission } from "../../audit/get-audited-submission";
import { historyQuerySchema, historyRowSchema, historySchema } from "../../audit/history-schema";
import { lastVerifications } from "../../audit/last-verifications";
import { linkedTeamsSchema, similarSchema } from "../../audit/likeness-schema";
import { lineQuerySchema, logSchema, verificationSchema } from "../../audit/line-schema";
import { listHistory } from "../../audit/list-history";
import { listLines } from "../../audit/list-lines";
import { listLinkedTeams } from "../../audit/list-linked-teams";
import { listSimilar } from "../../audit/list-similar";
import { listTeamMeters } from "../../audit/list-team-meters";
import { poolMeterSchema, teamMetersSchema } from "../../audit/meter-schema";
import { poolMeters } from "../../audit/pool-meters";
import { publishedHead, publishedHeadSchema } from "../../audit/published-head";
import { startVerification } from "../../audit/start-verification";
import { auditorDatabase } from "../../auth/auditor-database";
import { requestAdaptivity } from "../../benchmarks/request-adaptivity";
import { log } from "../log";
import { auditorProcedure, maintainerProcedure, publicProcedure, router } from "../trpc";

const pool = z.object({ pool: z.uuid() });
const page = {
  after: z.string().optional(),
  most: z.coerce.number().int().min(1).max(1000).default(50),
};
const teamsQuerySchema = pool.extend(page);
const linkedQuerySchema = z.object({ benchmark: z.string(), ...page });
const similarQuerySchema = linkedQuerySchema.extend({
  betweenTeams: z.stringbool().or(z.boolean()).optional(),
});
const metersQuerySchema = z.object({ benchmark: z.string().optional() });

export const auditRouter = router({
  head: publicProcedure.output(publishedHeadSchema).query(({ ctx }) => publishedHead({ ctx })),
  publishedAdaptivity: publicProcedure
    .input(pool)
    .output(adaptivitySchema.nullable())
    .query(({ ctx, input }) => getPublishedAdaptivity({ ctx, input })),
  history: auditorProcedure
    .input(historyQuerySchema)
    .output(historySchema)
    .query(({ ctx, input }) => listHistory({ ctx, input })),
  submission: auditorProcedure
    .input(z.object({ id: z.uuid() }))
    .output(historyRowSchema)
    .query(({ ctx, input }) => getAuditedSubmission({ ctx, input })),
  meters: auditorProcedure
    .input(metersQuerySchema)
    .output(z.array(poolMeterSchema))
    .query(({ ctx, input }) => poolMeters({ ctx, input })),
  teams: auditorProcedure
    .input(teamsQuerySchema)
    .output(teamMetersSchema)
    .query(({ ctx, input }) => listTeamMeters({ ctx, input })),
  similar: auditorProcedure
    .input(similarQuerySchema)
    .output(similarSchema)
    .query(({ ctx, input }) =>
      listSimilar({ ctx, input: { ...input, betweenTeams: input.betweenTeams ?? false } }),
    ),
  linkedTeams: auditorProcedure
    .input(linkedQuerySchema)
    .output(linkedTeamsSchema)
    .query(({ ctx, input }) => listLinkedTeams({ ctx, input })),
  adaptivity: auditorProcedure
    .input(pool)
    .output(adaptivitySchema.nullable())
    .query(({ ctx, input }) => getAdaptivity({ ctx, input })),
  log: auditorProcedure
    .input(lineQuerySchema)
    .output(logSchema)
    .query(({ ctx, input }) => listLines({ ctx, input })),
  verifications: auditorProcedure
    .output(z.array(verificationSchema))
    .query(({ ctx }) => lastVerifications({ ctx })),
  verify: maintainerProcedure.output(z.void()).mutation(async ({ ctx }) => {
    const { ended } = await startVerification({ ctx, auditor: auditorDatabase() });
    ended.catch((error: unknown) => log().error({ err: error }, "a verification of the log broke off"));
  }),
  measureAdaptivity: maintainerProcedure
    .input(pool)
    .output(z.void())
    .mutation(({ ctx, input }) => requestAdaptivity({ ctx, input })),
});
