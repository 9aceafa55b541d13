import { apiHeaders } from "../security-headers";

/** CSV as a file to download; `name` is the file's, without its extension. */
export function csvAnswer(csv: BodyInit, name: string, given: HeadersInit = apiHeaders): Response {
  const headers = new Headers(given);
  headers.set("content-type", "text/csv; charset=utf-8; header=present");
  headers.set("content-disposition", `attachment; filename="${name}.csv"`);
  return new Response(csv, { headers });
}
