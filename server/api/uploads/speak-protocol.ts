import { MemoryLocker, Server } from "@tus/server";
import type { ResearcherContext } from "../../context";
import { env } from "../../env";
import { RungError } from "../../errors";
import { orDiskFull } from "../../files/or-disk-full";
import { beginUpload } from "../../model-files/uploads/begin-upload";
import { dropUpload } from "../../model-files/uploads/drop-upload";
import { finishUpload } from "../../model-files/uploads/finish-upload";
import { checkBeforeUpload } from "../../submissions/check-before-upload";
import { processWide } from "../../web-process/process-wide";
import { explainError } from "../explain-error";
import { problem } from "../problem";
import { refuseUnstorable } from "../refuse-unstorable";
import { apiHeaders } from "../security-headers";
import { refusalOfProtocol } from "./refusal-of-protocol";
import { UploadStore } from "./upload-store";

/** The path of uploads; the last part of an upload's address is its id. */
const uploadsPath = "/api/v1/uploads";

/**
 * Lets the protocol's library answer one request, with our own actions when an upload starts and finishes. Before a byte is
 * stored, it refuses a size above the limit or for which there is no room and, if the metadata names a benchmark, whatever that would
 * refuse; an upload cut short by a full disk is removed.
 */
export async function speakProtocol(request: Request, ctx: ResearcherContext): Promise<Response> {
  let failure: RungError | undefined;
  let began: string | undefined;
  const server = new Server({
    path: uploadsPath,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: env().maxModelBytes,
    locker: processWide("upload locks", () => new MemoryLocker()),
    datastore: new UploadStore(ctx.models.uploads),
    async onUploadCreate(_request, { id, size = 0, metadata }) {
      refuseUnstorable(metadata);
      if (metadata?.benchmark) {
        const input = { benchmark: metadata.benchmark, asks: metadata.goOn === "ask" };
        await checkBeforeUpload({ ctx, input });
      }
      await beginUpload({ ctx, input: { id, bytes: size, fileName: metadata?.filename ?? "model.onnx" } });
      began = id;
      return {};
    },
    async onUploadFinish(_request, { id }) {
      await finishUpload({ ctx, input: { id } });
      return {};
    },
    onResponseError(_request, error) {
      // The library passes on what a write failed with, whatever the store made of it.
      if (error instanceof Error) failure = explainError(orDiskFull(error, "upload"));
      return undefined;
    },
  });
  const response = await server.handleWeb(request);
  if (response.ok) return withHeaders(response);
  const refusal = failure ?? refusalOfProtocol(response.status, await response.text());
  if (refusal.code === "disk_full") await dropUpload({ ctx, input: { id: began ?? idOf(request) } });
  const status = failure ? undefined : response.status;
  return problem(refusal, { status, headers: response.headers });
}

function idOf(request: Request): string {
  return new URL(request.url).pathname.split("/").at(-1) ?? "";
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(apiHeaders)) response.headers.set(name, value);
  return response;
}
