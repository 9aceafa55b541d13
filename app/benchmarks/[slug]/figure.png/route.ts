import { pngOf } from "@/app/_components/plot/png-of";
import { aspectOf } from "@/app/_components/shell/aspect-of";
import { fileAnswer } from "@/app/_components/shell/file-answer";
import { viewQuery } from "@/app/_components/shell/view-query";
import { handle } from "@/server/api/handle";
import { figureFile } from "../figure-file";

export const GET = handle<{ slug: string }>(async ({ api, params: { slug }, query }) => {
  const benchmark = await api.benchmarks.get({ slug });
  const view = viewQuery(query);
  const figure = await api.leaderboards.figure({ ...view, slug });
  const picture = await pngOf(figureFile(benchmark, figure, { aspect: aspectOf(view) }));
  return fileAnswer(picture, {
    name: `${slug}-${figure.testSet}-${figure.metric}-${figure.fit.scale}`,
    kind: "png",
  });
});
