import { fileAnswer } from "@/app/_components/shell/file-answer";
import { siteOrigin } from "@/app/_components/shell/site-origin";
import { handle } from "@/server/api/handle";
import { citeEntry } from "../cite-entry";
import { entryView } from "../entry-view";

export const GET = handle<{ id: string }>(async ({ api, ctx, request, params: { id }, query }) => {
  const entry = await entryView(api, id, query);
  const citation = citeEntry(entry, { origin: siteOrigin(request.headers), at: ctx.now() });
  return fileAnswer(citation, { name: entry.name, kind: "bib" });
});
