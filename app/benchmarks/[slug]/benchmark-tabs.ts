import { aspectOf } from "@/app/_components/shell/aspect-of";
import { type ViewQuery, viewHref } from "@/app/_components/shell/view-query";
import type { Tab } from "@/app/_components/shell/view-tabs";
import { metricLabel } from "@/server/evaluation/metric";
import type { BenchmarkView } from "@/server/leaderboards/schemas/benchmark-schema";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";

const aspectLabels = { equal: "equal steps", fill: "fill the frame" };
const scaleNames = ["linear", "logit", "probit"] as const;

/** Tabs for the views of a benchmark: new test set, metric and scale. */
export function benchmarkTabs(given: {
  benchmark: BenchmarkView;
  figure: Pick<FigureFacts, "testSet" | "metric"> & { fit: Pick<FigureFacts["fit"], "scale"> };
  path: string;
  view: ViewQuery;
}): { name: string; tabs: Tab[] }[] {
  const { benchmark, figure, path, view } = given;
  const original = benchmark.testSets.find(({ role }) => role === "original");
  const others = benchmark.testSets.filter((testSet) => testSet !== original);
  const areMixed = new Set(others.map(({ role }) => role)).size > 1;
  const link = (label: string, change: ViewQuery, current: boolean): Tab => ({
    label,
    href: viewHref(path, view, change),
    current,
  });
  return [
    {
      name: "New test set",
      tabs: others.map(({ name, role }) =>
        link(
          areMixed && role === "public" ? `${name} (public)` : name,
          { testSet: name },
          name === figure.testSet,
        ),
      ),
    },
    {
      name: "Metric",
      tabs:
        benchmark.metrics.length < 2
          ? []
          : benchmark.metrics.map((metric) =>
              link(metricLabel(metric), { metric }, metric === figure.metric),
            ),
    },
    {
      name: "Axes",
      tabs: (["equal", "fill"] as const).map((aspect) =>
        link(aspectLabels[aspect], { aspect }, aspect === aspectOf(view)),
      ),
    },
    { name: "Scale", tabs: scaleNames.map((scale) => link(scale, { scale }, scale === figure.fit.scale)) },
  ];
}
