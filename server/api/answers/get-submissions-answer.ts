import type { Call } from "../handle";
import { apiHeaders } from "../security-headers";
import { csvAnswer } from "./csv-answer";
import { formatSchema } from "./format-schema";
import { submissionsCsv } from "./submissions-csv";

/** The caller's submissions, newest first, as JSON or, with `format=csv`, as CSV. */
export async function getSubmissionsAnswer({ query, api }: Call<unknown>): Promise<Response> {
  const format = formatSchema.parse(query.format);
  const mine = await api.submissions.list({ benchmark: query.benchmark });
  if (format === "csv") return csvAnswer(submissionsCsv(mine), "submissions");
  return Response.json(mine, { headers: apiHeaders });
}
