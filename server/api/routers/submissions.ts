import { z } from "zod";
import { listBenchmarks } from "../../leaderboards/list-benchmarks";
import { assembleUpload } from "../../model-files/uploads/assemble-upload";
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

const uploaded = {
  upload: z.string().describe("id of a finished upload: the last part of its address"),
  data: z
    .string()
    .optional()
    .describe("id of the finished upload of the data file, where the export wrote the weights into one"),
};

/** A submission of an uploaded model: `upload` is the upload's id, `data` that of the data file that the model names. */
export const uploadedSubmissionSchema = submissionInputSchema.extend(uploaded);

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
    .mutation(async ({ ctx, input: { upload, data, ...input } }) => {
      await spendRate("submission", ctx.viewer.userId);
      const modelHash = await assembleUpload({ ctx, input: { upload, data } });
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
    .input(benchmark.extend(uploaded))
    .output(inspectionSchema)
    .query(async ({ ctx, input }) => {
      await spendRate("inspection", ctx.viewer.userId);
      return inspectUpload({ ctx, input });
    }),
});
