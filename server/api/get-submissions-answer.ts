import { formatSchema } from "./format-schema";
import type { Call } from "./handle";
import { apiHeaders } from "./security-headers";
import { submissionsCsv } from "./submissions-csv";

/** The submissions of whoever asks, newest first, as JSON or, with `format=csv`, as CSV. */
export async function getSubmissionsAnswer({ query, api }: Call<unknown>): Promise<Response> {
  const format = formatSchema.parse(query.format);
  const mine = await api.submissions.list({ benchmark: query.benchmark });
  const headers = new Headers(apiHeaders);
  if (format === "json") return Response.json(mine, { headers });
  headers.set("content-type", "text/csv; charset=utf-8; header=present");
  headers.set("content-disposition", 'attachment; filename="submissions.csv"');
  return new Response(submissionsCsv(mine), { headers });
}
