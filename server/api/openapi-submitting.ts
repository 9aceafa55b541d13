import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { ownStorageSchema } from "../model-files/storage/storage-schema";
import { quotaSchema, submissionInputSchema, submissionSchema } from "../submissions/submission-schema";
import { viewerSchema } from "../teams/viewer-schema";
import { formatSchema } from "./answers/format-schema";
import { gives, needsToken, refuses, stream } from "./openapi-responses";
import { uploadedSubmissionSchema } from "./routers/submissions";

const id = z.object({ id: z.uuid() });

/** What who submits models asks. */
export function submittingPaths(): ZodOpenApiPathsObject {
  const form = z.object({
    model: z.file().describe("an ONNX file, or a zip archive of it and its data file"),
    data: z
      .file()
      .optional()
      .describe("the data file that the model names, with the name that the export gave it"),
    metadata: submissionInputSchema,
  });
  return {
    "/submissions": {
      get: {
        summary: "Your team's submissions, newest first",
        security: needsToken,
        requestParams: {
          query: z.object({ benchmark: z.string().optional(), format: formatSchema }),
        },
        responses: gives(z.array(submissionSchema)),
      },
      post: {
        summary: "Submit a model",
        description:
          "With a key, a request that had no answer can be sent again: it makes one submission and uses one quota, whatever was lost.",
        requestParams: {
          header: z.object({
            "Idempotency-Key": z
              .string()
              .optional()
              .describe("a new one for each submission, such as a UUID"),
          }),
        },
        security: needsToken,
        requestBody: {
          content: {
            "multipart/form-data": { schema: form },
            "application/json": { schema: uploadedSubmissionSchema },
          },
        },
        responses: {
          ...gives(submissionSchema, 201),
          "422": {
            description: "the model was refused: the submission says why, in `refusal`",
            content: { "application/json": { schema: submissionSchema } },
          },
        },
      },
    },
    "/submissions/{id}": {
      get: { summary: "One submission", requestParams: { path: id }, responses: gives(submissionSchema) },
      delete: {
        summary: "Withdraw it, until its hidden evaluation is claimed",
        security: needsToken,
        requestParams: { path: id },
        responses: { "204": { description: "withdrawn" }, ...refuses },
      },
    },
    "/submissions/{id}/go-on": {
      post: {
        summary:
          "Have a submission that waits for you go on: its hidden part is spent, or it is run as declared",
        security: needsToken,
        requestParams: { path: id },
        responses: gives(submissionSchema),
      },
    },
    "/submissions/{id}/as-advised": {
      post: {
        summary: "Withdraw a submission that waits, and submit its file with the preprocessing advised",
        security: needsToken,
        requestParams: { path: id },
        responses: gives(submissionSchema, 201),
      },
    },
    "/submissions/{id}/events": {
      get: { summary: "Server-sent events: it has changed", requestParams: { path: id }, responses: stream },
    },
    "/me": { get: { summary: "Who you are", security: needsToken, responses: gives(viewerSchema) } },
    "/me/quota": {
      get: {
        summary: "Your team's remaining quota, for each benchmark that accepts submissions",
        security: needsToken,
        requestParams: { query: z.object({ benchmark: z.string().optional() }) },
        responses: gives(z.array(quotaSchema)),
      },
    },
    "/me/storage": {
      get: {
        summary: "What is stored for you, in bytes, and the most that may be",
        security: needsToken,
        responses: gives(ownStorageSchema),
      },
    },
    "/uploads": {
      post: {
        summary: "Start a resumable upload (tus 1.0; the rest of the protocol at the address in `Location`)",
        description:
          "With `benchmark` (a slug) and `goOn` (`ask`, if you will ask so) in `Upload-Metadata` it is refused at once if the quota is spent or the benchmark takes no submissions; a size for which there is no room is in any case (`storage_spent`, `disk_full`). A finished one is there for a day.",
        security: needsToken,
        responses: { "201": { description: "begun" }, ...refuses },
      },
    },
  };
}
