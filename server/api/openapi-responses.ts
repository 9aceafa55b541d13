import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { errorStatus } from "../errors";
import { problemSchema } from "../problems/problem-schema";

const documentSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("what happened, in a sentence"),
  code: z.enum(Object.keys(errorStatus) as [keyof typeof errorStatus]),
  hint: z.string().describe("what to do"),
  problems: z.array(problemSchema).describe("one by one, what is wrong with something that was sent"),
});

/** For calls that need a token. */
export const needsToken = [{ token: [] }];

type Responses = ZodOpenApiOperationObject["responses"];
const json = (schema: z.ZodType) => ({ "application/json": { schema } });
/** A JSON answer of this shape, or a problem document. */
export const gives = (schema: z.ZodType, status: 200 | 201 = 200): Responses => ({
  [`${status}` as "200"]: { description: "done", content: json(schema) },
  ...refuses,
});
/** A problem document. */
export const refuses = {
  default: { description: "refused", content: { "application/problem+json": { schema: documentSchema } } },
};

/** A citation as BibTeX. */
export const citation: Responses = {
  "200": { description: "a .bib file", content: { "text/x-bibtex": { schema: z.string() } } },
  ...refuses,
};

/** Server-sent events. */
export const stream: Responses = {
  "200": { description: "events with ids only", content: { "text/event-stream": { schema: z.string() } } },
  ...refuses,
};
