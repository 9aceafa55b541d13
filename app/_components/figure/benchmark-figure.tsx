import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { aspectOf } from "../shell/aspect-of";
import { type ViewQuery, viewHref } from "../shell/view-query";
import { figureWords } from "./figure-words";
import { LiveFigure } from "./interactive/live-figure";
import { StaticFigure } from "./static-figure";

/** With more points than this the interactive figure is loaded only on request. */
const mostEager = 2_000;

/** A benchmark's figure: the server's drawing, then the interactive one; `highlighted` is an entry to be ringed and labelled. */
export function BenchmarkFigure(given: {
  benchmark: { slug: string; name: string };
  facts: FigureFacts;
  view: ViewQuery;
  highlighted?: string;
}) {
  const { benchmark, facts, view, highlighted } = given;
  const { summary, titles } = figureWords(benchmark.name, facts);
  return (
    <LiveFigure
      source={viewHref(`/api/v1/benchmarks/${benchmark.slug}/fit`, view)}
      revision={facts.revision}
      summary={summary}
      titles={titles!}
      aspect={aspectOf(view)}
      ringed={highlighted}
      eager={facts.shown <= mostEager}
    >
      <StaticFigure {...given} />
    </LiveFigure>
  );
}
