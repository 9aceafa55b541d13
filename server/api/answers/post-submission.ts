import type { z } from "zod";
import { authorise } from "../../auth/authorise";
import { env } from "../../env";
import { RungError } from "../../errors";
import { withOneFile } from "../../model-files/one-file/with-one-file";
import { becomeModelFile } from "../../model-files/uploads/become-model-file";
import { withScratch } from "../../model-files/uploads/with-scratch";
import type { SubmissionView, submissionInputSchema } from "../../submissions/submission-schema";
import { submitModel } from "../../submissions/submit-model";
import { spendRate } from "../../web-process/spend-rate";
import type { Call } from "../handle";
import { refuseUnstorable } from "../refuse-unstorable";
import type { uploadedSubmissionSchema } from "../routers/submissions";
import { apiHeaders } from "../security-headers";
import { announcedBytes } from "../uploads/announced-bytes";
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

async function submitted({ request, api, ...call }: Call<unknown>): Promise<SubmissionView> {
  const ctx = { ...call.ctx, viewer: authorise(call.ctx.viewer, "researcher") };
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return await api.submissions.create((await readJson(request)) as UploadedSubmission);
  }
  await spendRate("submission", ctx.viewer.userId);
  const { idempotencyKey: key } = ctx;
  const maxBytes = env().maxModelBytes;
  const mostBytes = announcedBytes(request, maxBytes);
  return await withScratch({ ctx, bytes: mostBytes }, async (scratch) => {
    return await receiveMultipart(request, { scratch, maxBytes, mostBytes }, async ({ metadata, sent }) => {
      const declaration = parseJson(metadata) as Declaration;
      refuseUnstorable(declaration);
      return await withOneFile({ scratch, sent, mostBytes: maxBytes }, async (sourcePath) => {
        const { modelHash } = await becomeModelFile({ ctx, input: { id: scratch.id, sourcePath } });
        return await submitModel({ ctx, input: { modelHash, declaration, key } });
      });
    });
  });
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
