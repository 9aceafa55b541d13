import type { z } from "zod";
import { authorise } from "../../auth/authorise";
import { env } from "../../env";
import { RungError } from "../../errors";
import { addModelFile } from "../../model-files/add-model-file";
import { withOneFile } from "../../model-files/one-file/with-one-file";
import type { SubmissionView, submissionInputSchema } from "../../submissions/submission-schema";
import { submitModel } from "../../submissions/submit-model";
import { spendRate } from "../../web-process/spend-rate";
import type { Call } from "../handle";
import type { uploadedSubmissionSchema } from "../routers/submissions";
import { apiHeaders } from "../security-headers";
import { receiveMultipart } from "../uploads/receive-multipart";
import { readJson } from "./read-json";

type Declaration = z.input<typeof submissionInputSchema>;
type UploadedSubmission = z.input<typeof uploadedSubmissionSchema>;

/**
 * Submits a model: JSON naming a finished upload, or a form with the file (and its data file, if it has one) and its metadata. One that
 * inspection refuses is answered with 422 and the submission.
 */
export async function postSubmission(call: Call<unknown>): Promise<SubmissionView | Response> {
  const view = await submitted(call);
  return view.state === "refused" ? Response.json(view, { status: 422, headers: apiHeaders }) : view;
}

async function submitted({ request, ctx, api }: Call<unknown>): Promise<SubmissionView> {
  const viewer = authorise(ctx.viewer, "researcher");
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return await api.submissions.create((await readJson(request)) as UploadedSubmission);
  }
  await spendRate("submission", viewer.userId);
  const { idempotencyKey: key } = ctx;
  return await receiveMultipart(
    request,
    { uploads: ctx.models.uploads, maxBytes: env().maxModelBytes },
    async ({ metadata, sent }) => {
      const declaration = parseJson(metadata) as Declaration;
      const order = { models: ctx.models, sent, mostBytes: env().maxModelBytes };
      return await withOneFile(order, async (sourcePath) => {
        const { hash } = await addModelFile({ ctx, input: { sourcePath, adopt: true } });
        return await submitModel({ ctx: { ...ctx, viewer }, input: { modelHash: hash, declaration, key } });
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
