import { aspectOf } from "@/app/_components/shell/aspect-of";
import { fileAnswer } from "@/app/_components/shell/file-answer";
import { viewQuery } from "@/app/_components/shell/view-query";
import { handle } from "@/server/api/handle";
import { figureFile } from "../figure-file";

export const GET = handle<{ slug: string }>(async ({ api, params: { slug }, query }) => {
  const benchmark = await api.benchmarks.get({ slug });
  const view = viewQuery(query);
  const figure = await api.leaderboards.figure({ ...view, slug });
  return fileAnswer(figureFile(benchmark, figure, { aspect: aspectOf(view) }), {
    name: `${slug}-${figure.testSet}-${figure.metric}-${figure.fit.scale}`,
    kind: "svg",
  });
});
