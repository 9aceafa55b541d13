import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { publishedHeadSchema } from "../audit-log/published-head";
import { classListSchema } from "../benchmarks/list-classes";
import { benchmarkViewSchema } from "../leaderboards/schemas/benchmark-schema";
import { forecastQuerySchema, forecastSchema } from "../leaderboards/schemas/forecast-schema";
import { leaderboardQuerySchema } from "../leaderboards/schemas/leaderboard-query";
import { leaderboardSchema } from "../leaderboards/schemas/leaderboard-schema";
import { robustnessSchema } from "../leaderboards/schemas/robustness-schema";
import { auditViews } from "./answers/audit-csv";
import { formatSchema } from "./answers/format-schema";
import { classFormatSchema } from "./answers/get-classes-answer";
import { fitAnswerSchema } from "./fit-answer-schema";
import { actPaths } from "./openapi-acts";
import { entryPaths } from "./openapi-entries";
import { logPaths } from "./openapi-log";
import { citation, gives, needsToken, refuses, stream } from "./openapi-responses";
import { submittingPaths } from "./openapi-submitting";

const slug = z.object({ slug: z.string() });

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
    paths: { ...reading(), ...entryPaths(), ...submittingPaths(), ...logPaths(), ...actPaths() },
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
    "/benchmarks/{slug}/forecast": {
      get: {
        summary:
          "What a model of some original accuracy will score, and, with a token, how probably it climbs for your team",
        security: [{}, ...needsToken],
        requestParams: { path: slug, query: forecastQuerySchema.omit({ slug: true }) },
        responses: gives(forecastSchema),
      },
    },
    "/benchmarks/{slug}/robustness": {
      get: {
        summary: "Every model's distance from the line, by how it was trained",
        requestParams: { path: slug, query: query.pick({ testSet: true, metric: true }) },
        responses: gives(robustnessSchema),
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
