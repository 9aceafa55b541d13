import { z } from "zod";
import { storageSchema } from "../../model-files/storage/storage-schema";
import { viewStorage } from "../../model-files/storage/view-storage";
import { approveFirstRelease } from "../../submissions/acts/approve-first-release";
import { declineFirstRelease } from "../../submissions/acts/decline-first-release";
import { disqualifySubmission } from "../../submissions/acts/disqualify-submission";
import { reJudgeSubmissions } from "../../submissions/acts/re-judge-submissions";
import { reinstateSubmission } from "../../submissions/acts/reinstate-submission";
import { requestRepeat } from "../../submissions/acts/request-repeat";
import { requestVoid } from "../../submissions/acts/request-void";
import { resumeEvaluation } from "../../submissions/acts/resume-evaluation";
import { verifySubmission } from "../../submissions/acts/verify-submission";
import { countWaiting } from "../../submissions/count-waiting";
import { listWaiting, waitingListSchema } from "../../submissions/list-waiting";
import { accountsSchema, listAccounts } from "../../teams/list-accounts";
import { listMergedTeams, mergedTeamSchema } from "../../teams/list-merged-teams";
import { listUnvouchedTeams, unvouchedTeamSchema } from "../../teams/list-unvouched-teams";
import { mergeTeams } from "../../teams/merge-teams";
import { vouchForTeam } from "../../teams/vouch-for-team";
import { endVouchRule } from "../../teams/vouch-rules/end-vouch-rule";
import { listVouchRules } from "../../teams/vouch-rules/list-vouch-rules";
import { newVouchRuleSchema, vouchRuleSchema } from "../../teams/vouch-rules/rule-schema";
import { setVouchRule } from "../../teams/vouch-rules/set-vouch-rule";
import { activateVersion } from "../../test-sets/activate-version";
import { closePool } from "../../test-sets/close-pool";
import { listVersions, versionViewSchema } from "../../test-sets/list-versions";
import { retireTestSet } from "../../test-sets/retire-test-set";
import { plainLines } from "../../text/plain";
import { maintainerProcedure, router } from "../trpc";

const id = z.object({ id: z.uuid() });
/** First releases that wait, by the ids of their submissions. */
export const firstReleasesSchema = z.object({ ids: z.array(z.uuid()).min(1).max(200) });
const reason = z.string().trim().min(3).max(500).check(plainLines).describe("public, in the log, for good");
/** Teams (slugs) that somebody vouches for, or no longer does. */
export const vouchSchema = z.object({
  teams: z.array(z.string().min(1)).min(1).max(200),
  vouched: z.boolean().default(true),
  reason,
});
/** Why something is done to one submission. */
export const reasonSchema = z.object({ reason });
const withReason = id.extend(reasonSchema.shape);
/** Submissions to judge again, and the new ones that they become. */
export const reJudgeSchema = z.object({
  ids: z.array(z.uuid()).min(1).max(200),
  reason,
});
export const reJudgedSchema = z.object({ reJudged: z.array(id.extend({ again: z.uuid() })) });
const testSet = z.object({ benchmark: z.string(), testSet: z.string() });

export const adminRouter = router({
  closePool: maintainerProcedure
    .input(z.object({ benchmark: z.string(), pool: z.string(), reason, undo: z.boolean().default(false) }))
    .output(z.object({ closesAt: z.iso.datetime().nullable() }))
    .mutation(({ ctx, input }) => closePool({ ctx, input })),
  waiting: maintainerProcedure.output(waitingListSchema).query(({ ctx }) => listWaiting({ ctx })),
  waitingCount: maintainerProcedure
    .output(z.object({ waiting: z.int() }))
    .query(({ ctx }) => countWaiting({ ctx })),
  approve: maintainerProcedure
    .input(firstReleasesSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => approveFirstRelease({ ctx, input })),
  decline: maintainerProcedure
    .input(firstReleasesSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => declineFirstRelease({ ctx, input })),
  vouch: maintainerProcedure
    .input(vouchSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => vouchForTeam({ ctx, input })),
  unvouchedTeams: maintainerProcedure
    .output(z.array(unvouchedTeamSchema))
    .query(({ ctx }) => listUnvouchedTeams({ ctx })),
  vouchRules: maintainerProcedure
    .output(z.array(vouchRuleSchema))
    .query(({ ctx }) => listVouchRules({ ctx })),
  setVouchRule: maintainerProcedure
    .input(newVouchRuleSchema)
    .output(id)
    .mutation(({ ctx, input }) => setVouchRule({ ctx, input })),
  endVouchRule: maintainerProcedure
    .input(id)
    .output(z.void())
    .mutation(({ ctx, input }) => endVouchRule({ ctx, input })),
  resume: maintainerProcedure
    .input(id)
    .output(z.void())
    .mutation(({ ctx, input }) => resumeEvaluation({ ctx, input })),
  void: maintainerProcedure
    .input(withReason)
    .output(z.void())
    .mutation(({ ctx, input }) => requestVoid({ ctx, input })),
  repeat: maintainerProcedure
    .input(id)
    .output(z.void())
    .mutation(({ ctx, input }) => requestRepeat({ ctx, input })),
  verify: maintainerProcedure
    .input(id.extend({ verified: z.boolean() }))
    .output(z.void())
    .mutation(({ ctx, input }) => verifySubmission({ ctx, input })),
  disqualify: maintainerProcedure
    .input(withReason)
    .output(z.void())
    .mutation(({ ctx, input }) => disqualifySubmission({ ctx, input })),
  reinstate: maintainerProcedure
    .input(withReason)
    .output(z.void())
    .mutation(({ ctx, input }) => reinstateSubmission({ ctx, input })),
  reJudge: maintainerProcedure
    .input(reJudgeSchema)
    .output(reJudgedSchema)
    .mutation(async ({ ctx, input }) => ({ reJudged: await reJudgeSubmissions({ ctx, input }) })),
  mergeTeams: maintainerProcedure
    .input(z.object({ team: z.string().min(1), into: z.string().min(1), reason }))
    .output(z.void())
    .mutation(({ ctx, input }) => mergeTeams({ ctx, input })),
  mergedTeams: maintainerProcedure
    .output(z.array(mergedTeamSchema))
    .query(({ ctx }) => listMergedTeams({ ctx })),
  retireTestSet: maintainerProcedure
    .input(testSet)
    .output(z.object({ retired: z.array(z.string()), pool: z.boolean() }))
    .mutation(({ ctx, input }) => retireTestSet({ ctx, input })),
  activateVersion: maintainerProcedure
    .input(testSet.extend({ version: z.int().min(1) }))
    .output(z.void())
    .mutation(({ ctx, input }) => activateVersion({ ctx, input })),
  versions: maintainerProcedure.output(z.array(versionViewSchema)).query(({ ctx }) => listVersions({ ctx })),
  storage: maintainerProcedure.output(storageSchema).query(({ ctx }) => viewStorage({ ctx })),
  accounts: maintainerProcedure
    .input(z.object({ search: z.string().max(80).optional(), after: z.string().optional() }))
    .output(accountsSchema)
    .query(({ ctx, input }) => listAccounts({ ctx, input })),
});
