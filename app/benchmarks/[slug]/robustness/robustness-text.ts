import { svgFile } from "@/app/_components/figure/drawing/svg-file";
import { drawRobustness } from "@/app/_components/robustness/draw-robustness";
import { viewQuery } from "@/app/_components/shell/view-query";
import type { Call } from "@/server/api/handle";

/** The view of effective robustness that an address asks for, as an SVG file with its legend, and a name for it. */
export async function robustnessText({ api, params: { slug }, query }: Call<{ slug: string }>) {
  const { testSet, metric } = viewQuery(query);
  const robustness = await api.leaderboards.robustness({ slug, testSet, metric });
  return {
    text: svgFile(drawRobustness(robustness, 760, { legend: true })),
    name: `${slug}-${robustness.testSet}-${robustness.metric}-robustness`,
  };
}
