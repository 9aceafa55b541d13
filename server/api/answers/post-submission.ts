import { authorise } from "../../auth/authorise";
import { env } from "../../env";
import { RungError } from "../../errors";
import { addModelFile } from "../../model-files/add-model-file";
import { withOneFile } from "../../model-files/one-file/with-one-file";
import { type SubmissionView, submissionInputSchema } from "../../submissions/submission-schema";
import { submitModel } from "../../submissions/submit-model";
import { spendRate } from "../../web-process/spend-rate";
import type { Call } from "../handle";
import { uploadedSubmissionSchema } from "../routers/submissions";
import { receiveMultipart } from "../uploads/receive-multipart";
import { readJson } from "./read-json";

/** Submits a model: JSON naming a finished upload, or a form with the file (and its data file, if it has one) and its metadata. */
export async function postSubmission({ request, ctx, api }: Call<unknown>): Promise<SubmissionView> {
  const viewer = authorise(ctx.viewer, "researcher");
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    const input = uploadedSubmissionSchema.parse(await readJson(request));
    return await api.submissions.create(input);
  }
  await spendRate("submission", viewer.userId);
  return await receiveMultipart(
    request,
    { uploads: ctx.models.uploads, maxBytes: env().maxModelBytes },
    async ({ metadata, sent }) => {
      const input = submissionInputSchema.parse(parseJson(metadata));
      const order = { models: ctx.models, sent, mostBytes: env().maxModelBytes };
      return await withOneFile(order, async (sourcePath) => {
        const { hash } = await addModelFile({ ctx, input: { sourcePath, adopt: true } });
        return await submitModel({ ctx: { ...ctx, viewer }, input: { ...input, modelHash: hash } });
      });
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RungError(
      "bad_input",
      "The field `metadata` is not JSON.",
      "Send an object with benchmark and name.",
    );
  }
}
