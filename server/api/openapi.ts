import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { publishedHeadSchema } from "../audit-log/published-head";
import { classListSchema } from "../benchmarks/list-classes";
import { benchmarkViewSchema } from "../leaderboards/schemas/benchmark-schema";
import { leaderboardQuerySchema } from "../leaderboards/schemas/leaderboard-query";
import { leaderboardSchema } from "../leaderboards/schemas/leaderboard-schema";
import { ownStorageSchema } from "../model-files/storage/storage-schema";
import { quotaSchema, submissionInputSchema, submissionSchema } from "../submissions/submission-schema";
import { viewerSchema } from "../teams/viewer-schema";
import { auditViews } from "./answers/audit-csv";
import { formatSchema } from "./answers/format-schema";
import { classFormatSchema } from "./answers/get-classes-answer";
import { fitAnswerSchema } from "./fit-answer-schema";
import { actPaths } from "./openapi-acts";
import { entryPaths } from "./openapi-entries";
import { logPaths } from "./openapi-log";
import { citation, gives, needsToken, refuses } from "./openapi-responses";
import { uploadedSubmissionSchema } from "./routers/submissions";

const slug = z.object({ slug: z.string() });
const id = z.object({ id: z.uuid() });
/** The description of `/api/v1`, made from the schemas that the pages use. */
export function openApiDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Rung",
      version: "1",
      description:
        "Accuracies, intervals and gaps are fractions; scores on hidden test sets are released ones.",
    },
    servers: [{ url: "/api/v1" }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    paths: { ...reading(), ...entryPaths(), ...submitting(), ...logPaths(), ...actPaths() },
  });
}

function reading(): ZodOpenApiPathsObject {
  const query = leaderboardQuerySchema.omit({ slug: true });
  const page = z.union([z.literal("all"), query.shape.page]);
  const table = query.extend({ page, format: formatSchema });
  return {
    "/benchmarks": { get: { summary: "All benchmarks", responses: gives(z.array(benchmarkViewSchema)) } },
    "/benchmarks/{slug}": {
      get: { summary: "One benchmark", requestParams: { path: slug }, responses: gives(benchmarkViewSchema) },
    },
    "/benchmarks/{slug}/classes": {
      get: {
        summary: "The classes in the order of a model's scores; as text, one name a line",
        requestParams: { path: slug, query: z.object({ format: classFormatSchema }) },
        responses: gives(classListSchema),
      },
    },
    "/benchmarks/{slug}/leaderboard": {
      get: {
        summary: "A page of the table (100 rows), or all of it",
        requestParams: { path: slug, query: table },
        responses: gives(leaderboardSchema),
      },
    },
    "/benchmarks/{slug}/fit": {
      get: {
        summary: "The line through the plot",
        requestParams: { path: slug, query },
        responses: gives(fitAnswerSchema),
      },
    },
    "/benchmarks/{slug}/cite": {
      get: {
        summary: "How to cite a view of the table, as BibTeX",
        requestParams: { path: slug, query },
        responses: citation,
      },
    },
    "/benchmarks/{slug}/events": {
      get: {
        summary: "Server-sent events: the table or the line has changed",
        requestParams: { path: slug },
        responses: stream,
      },
    },
    "/audit/head": {
      get: { summary: "The log's head as published today", responses: gives(publishedHeadSchema) },
    },
    "/audit/{view}": {
      get: {
        summary: "For maintainers: a whole view of /audit as CSV",
        security: needsToken,
        requestParams: { path: z.object({ view: z.enum(auditViews) }) },
        responses: {
          "200": { description: "done", content: { "text/csv": { schema: z.string() } } },
          ...refuses,
        },
      },
    },
  };
}

type Responses = ZodOpenApiOperationObject["responses"];

const stream: Responses = {
  "200": { description: "events with ids only", content: { "text/event-stream": { schema: z.string() } } },
  ...refuses,
};

function submitting(): ZodOpenApiPathsObject {
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
