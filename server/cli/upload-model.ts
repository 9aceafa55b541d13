import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { DetailedError, Upload } from "tus-js-client";
import { RungError } from "../errors";
import { problemIn } from "./ask-site";
import { requireFile } from "./require-file";

const retryDelaysMs = [0, 500, 1000, 3000, 5000, 10_000];

/**
 * Uploads a model file, resuming after a lost connection, and returns the upload's id. `onProgress` receives fractions. Throws
 * the site's refusal: before a byte is sent, if `benchmark` would refuse any model now.
 */
export async function uploadModel({
  path,
  benchmark,
  asks,
  url,
  token,
  onProgress,
}: {
  path: string;
  benchmark: string;
  asks: boolean;
  url: string;
  token: string;
  onProgress: (done: number) => void;
}): Promise<string> {
  const bytes = await requireFile(path);
  return await new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: new URL("/api/v1/uploads", url).toString(),
      uploadSize: bytes,
      headers: { authorization: `Bearer ${token}` },
      metadata: { filename: basename(path), benchmark, ...(asks && { goOn: "ask" }) },
      retryDelays: retryDelaysMs,
      onShouldRetry: (error) => mayPass(error),
      onProgress: (sent, total) => onProgress(total === null || total === 0 ? 1 : sent / total),
      onSuccess: () => resolve(upload.url!.split("/").at(-1)!),
      onError: (error) => reject(refusalIn(error, url)),
    });
    upload.start();
  });
}

/** A lost connection, a lock or a temporary failure is worth another try; a refusal or a full disk is not. */
function mayPass(error: Error): boolean {
  const status = statusOf(error);
  return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
}

function statusOf(error: Error): number {
  return error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
}

function refusalIn(error: Error, url: string): Error {
  const status = statusOf(error);
  if (status === 0)
    return new RungError(
      "something_broke",
      `The upload broke off: no answer from ${url}. Nothing was submitted.`,
      "Is the site running? Give its address with --url.",
    );
  return problemIn((error as DetailedError).originalResponse?.getBody() ?? "", status);
}
