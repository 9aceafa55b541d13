import { z } from "zod";
import { listBenchmarks } from "../../leaderboards/list-benchmarks";
import { getOwnStorage } from "../../model-files/storage/get-own-storage";
import { ownStorageSchema } from "../../model-files/storage/storage-schema";
import { assembleUpload } from "../../model-files/uploads/assemble-upload";
import { problemsOfInput } from "../../problems/problems-of-input";
import { getSubmission } from "../../submissions/get-submission";
import { inspectUpload } from "../../submissions/inspect-upload";
import { listSubmissions } from "../../submissions/list-submissions";
import { quotaOf } from "../../submissions/quota/quota-of";
import { refusalOf } from "../../submissions/refusal-of";
import { goOnSubmission } from "../../submissions/spending/go-on-submission";
import {
  foresightSchema,
  quotaSchema,
  submissionInputSchema,
  submissionSchema,
} from "../../submissions/submission-schema";
import { submitModel } from "../../submissions/submit-model";
import { submitAsAdvised } from "../../submissions/trial/submit-as-advised";
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

type Uploaded = z.ZodType<z.input<typeof uploadedSubmissionSchema>, z.input<typeof uploadedSubmissionSchema>>;

/** Left as it is sent: what submits, or says what submitting would do, names all that is wrong with it at once. */
const asSent = z.looseObject({}) as unknown as Uploaded;

/** The uploads that are named, and what is declared of the model. */
function partsOf(sent: z.output<Uploaded>) {
  const { upload, data, ...declaration } = sent;
  if (z.object(uploaded).safeParse({ upload, data }).success) return { upload, data, declaration };
  const { error } = uploadedSubmissionSchema.safeParse(sent);
  throw refusalOf("bad_input", problemsOfInput(error!, uploadedSubmissionSchema));
}

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
    .input(asSent)
    .output(submissionSchema)
    .mutation(async ({ ctx, input }) => {
      await spendRate("submission", ctx.viewer.userId);
      const { declaration, ...parts } = partsOf(input);
      const modelHash = await assembleUpload({ ctx, input: parts });
      return await submitModel({ ctx, input: { modelHash, declaration, key: ctx.idempotencyKey } });
    }),
  withdraw: researcherProcedure
    .input(id)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawSubmission({ ctx, input })),
  goOn: researcherProcedure
    .input(id)
    .output(submissionSchema)
    .mutation(({ ctx, input }) => goOnSubmission({ ctx, input })),
  asAdvised: researcherProcedure
    .input(id)
    .output(submissionSchema)
    .mutation(async ({ ctx, input }) => {
      await spendRate("submission", ctx.viewer.userId);
      return await submitAsAdvised({ ctx, input });
    }),
  quota: researcherProcedure
    .input(benchmark)
    .output(quotaSchema)
    .query(({ ctx, input }) => quotaOf({ ctx, input })),
  quotas: researcherProcedure.output(z.array(quotaSchema)).query(async ({ ctx }) => {
    const open = (await listBenchmarks({ ctx })).filter(({ accepting }) => accepting);
    return await Promise.all(open.map(({ slug }) => quotaOf({ ctx, input: { benchmark: slug } })));
  }),
  storage: researcherProcedure.output(ownStorageSchema).query(({ ctx }) => getOwnStorage({ ctx })),
  inspect: researcherProcedure
    .input(asSent)
    .output(foresightSchema)
    .query(async ({ ctx, input }) => {
      await spendRate("inspection", ctx.viewer.userId);
      return inspectUpload({ ctx, input: partsOf(input) });
    }),
});
