import { authorise } from "../../auth/authorise";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { dropUpload } from "../../model-files/uploads/drop-upload";
import { findUpload, type Upload } from "../../model-files/uploads/find-upload";
import { finishUpload } from "../../model-files/uploads/finish-upload";
import { isUploadId } from "../../model-store/uploads/is-upload-id";
import { spendRate } from "../../web-process/spend-rate";
import { contextOf } from "../context";
import { explainError } from "../explain-error";
import { problem } from "../problem";
import { apiHeaders } from "../security-headers";
import { speakProtocol } from "./speak-protocol";

const protocolHeaders = { "tus-resumable": "1.0.0" };

/**
 * Answers a request of the resumable-upload protocol (tus 1.0), only for the upload's owner: to anybody else it does not exist.
 * The last byte turns it into a model file. Errors are problem documents.
 */
export async function answerUpload(request: Request, id: string | undefined): Promise<Response> {
  try {
    const { viewer, ...outside } = await contextOf(request);
    const ctx: ResearcherContext = { ...outside, viewer: authorise(viewer, "researcher") };
    return id === undefined ? await begin(request, ctx) : await proceed(request, ctx, id);
  } catch (error) {
    return problem(explainError(error), { headers: protocolHeaders });
  }
}

async function begin(request: Request, ctx: ResearcherContext): Promise<Response> {
  if (request.method !== "POST") throw new RungError("not_found", "There is no upload without an id.");
  await spendRate("upload", ctx.viewer.userId);
  return await speakProtocol(request, ctx);
}

async function proceed(request: Request, ctx: ResearcherContext, id: string): Promise<Response> {
  if (!isUploadId(id) || request.method === "POST")
    throw new RungError("not_found", "You have no such upload.");
  const upload = await findUpload({ ctx, input: { id } });
  if (upload.modelHash) return answerFinished(request, upload);
  const response = await speakProtocol(request, ctx);
  if (request.method === "DELETE" && response.ok) await dropUpload({ ctx, input: { id } });
  const lostItsEnd =
    request.method === "HEAD" && response.headers.get("upload-offset") === String(upload.bytes);
  if (lostItsEnd) await finishUpload({ ctx, input: { id } });
  return response;
}

/** A finished upload is a model file: it has its full length and accepts nothing more. */
function answerFinished(request: Request, { bytes }: Upload): Response {
  if (request.method !== "HEAD")
    throw new RungError("too_late", "This upload has finished.", "Submit it, or start another.");
  const size = { "upload-offset": String(bytes), "upload-length": String(bytes) };
  return new Response(null, { status: 200, headers: { ...apiHeaders, ...protocolHeaders, ...size } });
}
