import { z } from "zod";
import { getAuditedSubmission } from "../../audit/history/get-audited-submission";
import {
  auditedSubmissionSchema,
  historyQuerySchema,
  historySchema,
} from "../../audit/history/history-schema";
import { listHistory } from "../../audit/history/list-history";
import { linkedTeamsSchema, similarSchema } from "../../audit/likeness/likeness-schema";
import { listLinkedTeams } from "../../audit/likeness/list-linked-teams";
import { listSimilar } from "../../audit/likeness/list-similar";
import { adaptivitySchema } from "../../audit/meters/adaptivity-schema";
import { getAdaptivity, getPublishedAdaptivity } from "../../audit/meters/get-adaptivity";
import { listTeamMeters } from "../../audit/meters/list-team-meters";
import { poolMeterSchema, teamMetersSchema } from "../../audit/meters/meter-schema";
import { poolMeters } from "../../audit/meters/pool-meters";
import { requestAdaptivity } from "../../audit/meters/request-adaptivity";
import { lastVerifications } from "../../audit-log/last-verifications";
import { listLines } from "../../audit-log/list-lines";
import { lineQuerySchema, logSchema } from "../../audit-log/log-schema";
import { publishedHead, publishedHeadSchema } from "../../audit-log/published-head";
import { startVerification } from "../../audit-log/start-verification";
import { verificationSchema } from "../../audit-log/verification-schema";
import { auditorDatabase } from "../../web-process/auditor-database";
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
    .output(auditedSubmissionSchema)
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
    ended.catch((error: unknown) => log().error({ err: error }, "a verification of the log was interrupted"));
  }),
  measureAdaptivity: maintainerProcedure
    .input(pool)
    .output(z.void())
    .mutation(({ ctx, input }) => requestAdaptivity({ ctx, input })),
});
