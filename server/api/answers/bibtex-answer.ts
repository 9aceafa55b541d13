import { apiHeaders } from "../security-headers";

/** BibTeX as a file to download; `name` is made safe as a file name. */
export function bibtexAnswer(citation: string, name: string): Response {
  const headers = new Headers(apiHeaders);
  headers.set("content-type", "text/x-bibtex; charset=utf-8");
  headers.set("content-disposition", `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, "-")}.bib"`);
  return new Response(citation, { headers });
}
