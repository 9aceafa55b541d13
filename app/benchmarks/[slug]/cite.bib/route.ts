import { bibtex } from "@/app/_components/entry/bibtex";
import { fileAnswer } from "@/app/_components/shell/file-answer";
import { siteOrigin } from "@/app/_components/shell/site-origin";
import { viewHref, viewQuery } from "@/app/_components/table/view-query";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(async ({ api, ctx, request, params: { slug }, query }) => {
  const { name } = await api.benchmarks.get({ slug });
  const view = viewHref(`/benchmarks/${slug}`, viewQuery(query));
  const cited = bibtex({
    name: `${name}: original and new test accuracy`,
    author: "Rung",
    address: siteOrigin(request.headers) + view,
    note: "Leaderboard of image classifiers on hidden test sets",
    at: ctx.now(),
  });
  return fileAnswer(cited, { name: slug, kind: "bib" });
});
