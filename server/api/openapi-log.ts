import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { closedPoolSchema, openedLineSchema } from "../audit-log/public/closed-pools";
import { publicLineSchema } from "../audit-log/public/public-line";
import { receiptSchema } from "../audit-log/public/receipts";
import { publishedHeadSchema } from "../audit-log/published-head";
import { gives, refuses } from "./openapi-responses";

const from = z.coerce.number().int().min(1).default(1).describe("the first line wanted");

/** The log as outsiders read it. */
export function logPaths(): ZodOpenApiPathsObject {
  return {
    "/log": {
      get: {
        summary: "The public lines of the log up to today's head, one JSON object a line",
        requestParams: { query: z.object({ from }) },
        responses: ndjson(publicLineSchema),
      },
    },
    "/log/heads": {
      get: {
        summary: "Every published head, the latest first",
        responses: gives(z.array(publishedHeadSchema)),
      },
    },
    "/log/lines/{line}": {
      get: {
        summary: "One public line",
        requestParams: { path: z.object({ line: z.coerce.number().int().min(1) }) },
        responses: gives(publicLineSchema),
      },
    },
    "/log/pools": {
      get: { summary: "The pools that are closed for good", responses: gives(z.array(closedPoolSchema)) },
    },
    "/log/pools/{pool}": {
      get: {
        summary: "What was secret of a closed pool's decisions, one JSON object a line",
        requestParams: { path: z.object({ pool: z.uuid() }) },
        responses: ndjson(openedLineSchema),
      },
    },
    "/submissions/{id}/receipt": {
      get: {
        summary: "A submission's receipt, as a file",
        requestParams: { path: z.object({ id: z.uuid() }) },
        responses: gives(receiptSchema.nullable()),
      },
    },
  };
}

function ndjson(schema: z.ZodType) {
  return { ...refuses, 200: { description: "one a line", content: { "application/x-ndjson": { schema } } } };
}
