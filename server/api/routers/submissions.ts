import { z } from "zod";
import { listBenchmarks } from "../../leaderboards/list-benchmarks";
import { finishedUpload } from "../../model-files/uploads/finished-upload";
import { inspectionSchema } from "../../onnx/inspection-schema";
import { getSubmission } from "../../submissions/get-submission";
import { inspectUpload } from "../../submissions/inspect-upload";
import { listSubmissions } from "../../submissions/list-submissions";
import { quotaOf } from "../../submissions/quota/quota-of";
import { goOnSubmission } from "../../submissions/spending/go-on-submission";
import { quotaSchema, submissionInputSchema, submissionSchema } from "../../submissions/submission-schema";
import { submitModel } from "../../submissions/submit-model";
import { withdrawSubmission } from "../../submissions/withdraw-submission";
import { spendRate } from "../../web-process/spend-rate";
import { publicProcedure, researcherProcedure, router } from "../trpc";

const id = z.object({ id: z.uuid() });
const benchmark = z.object({ benchmark: z.string() });

/** A submission of an uploaded model: `upload` is the upload's id. */
export const uploadedSubmissionSchema = submissionInputSchema.extend({
  upload: z.string().describe("id of a finished upload: the last part of its address"),
});

export const submissionsRouter = router({
  get: publicProcedure
    .input(id)
    .output(submissionSchema)
    .query(({ ctx, input }) => getSubmission({ ctx, input })),
  list: researcherProcedure
    .input(benchmark.partial())
    .output(z.array(submissionSchema))
    .query(({ ctx, input }) => listSubmissions({ ctx, input })),
  create: researcherProcedure
    .input(uploadedSubmissionSchema)
    .output(submissionSchema)
    .mutation(async ({ ctx, input: { upload, ...input } }) => {
      await spendRate("submission", ctx.viewer.userId);
      const modelHash = await finishedUpload({ ctx, input: { id: upload } });
      return await submitModel({ ctx, input: { ...input, modelHash } });
    }),
  withdraw: researcherProcedure
    .input(id)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawSubmission({ ctx, input })),
  goOn: researcherProcedure
    .input(id)
    .output(submissionSchema)
    .mutation(({ ctx, input }) => goOnSubmission({ ctx, input })),
  quota: researcherProcedure
    .input(benchmark)
    .output(quotaSchema)
    .query(({ ctx, input }) => quotaOf({ ctx, input })),
  quotas: researcherProcedure.output(z.array(quotaSchema)).query(async ({ ctx }) => {
    const open = (await listBenchmarks({ ctx })).filter(({ accepting }) => accepting);
    return await Promise.all(open.map(({ slug }) => quotaOf({ ctx, input: { benchmark: slug } })));
  }),
  inspect: researcherProcedure
    .input(benchmark.extend({ upload: z.string() }))
    .output(inspectionSchema)
    .query(async ({ ctx, input }) => {
      await spendRate("inspection", ctx.viewer.userId);
      return inspectUpload({ ctx, input });
    }),
});
