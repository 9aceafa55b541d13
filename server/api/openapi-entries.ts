import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { entryErrorsSchema } from "../leaderboards/errors/entry-errors-schema";
import { entrySchema } from "../leaderboards/schemas/entry-schema";
import { formatSchema } from "./answers/format-schema";
import { citation, gives, refuses } from "./openapi-responses";
import { entryQuerySchema, openAnswersQuerySchema } from "./routers/entries";

const id = z.object({ id: z.uuid() });

/** What anybody may read of one entry over HTTP. */
export function entryPaths(): ZodOpenApiPathsObject {
  return {
    "/entries/{id}": {
      get: {
        summary: "One entry",
        requestParams: { path: id, query: entryQuerySchema.omit({ id: true }) },
        responses: gives(entrySchema),
      },
    },
    "/entries/{id}/errors": {
      get: {
        summary: "Which classes an entry gets wrong on a public test set, and what it takes them for",
        requestParams: {
          path: id,
          query: openAnswersQuerySchema.omit({ id: true }).extend({ format: formatSchema }),
        },
        responses: gives(entryErrorsSchema),
      },
    },
    "/entries/{id}/predictions.csv": {
      get: {
        summary: "What an entry says on every image of a public test set",
        requestParams: { path: id, query: openAnswersQuerySchema.omit({ id: true }) },
        responses: {
          "200": { description: "done", content: { "text/csv": { schema: z.string() } } },
          ...refuses,
        },
      },
    },
    "/entries/{id}/cite": {
      get: {
        summary: "How to cite an entry, as BibTeX",
        requestParams: { path: id, query: entryQuerySchema.omit({ id: true }) },
        responses: citation,
      },
    },
  };
}
