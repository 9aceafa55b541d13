import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { BenchmarkFigure } from "@/app/_components/figure/benchmark-figure";
import { FigureAside } from "@/app/_components/figure/figure-aside";
import { FigureLegend } from "@/app/_components/figure/figure-legend";
import { leadText, trendText } from "@/app/_components/figure/finding-words";
import { SourceLine } from "@/app/_components/figure/source-line";
import { count, counted } from "@/app/_components/numbers/count";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { viewHref, viewQuery } from "@/app/_components/shell/view-query";
import { ViewTabs } from "@/app/_components/shell/view-tabs";
import { FollowBenchmark } from "@/app/_components/table/follow-benchmark";
import { LeaderboardTable } from "@/app/_components/table/leaderboard-table";
import { LinkedRows } from "@/app/_components/table/linked-rows";
import { PageLinks } from "@/app/_components/table/page-links";
import { TableBar } from "@/app/_components/table/table-bar";
import { TableFootnotes } from "@/app/_components/table/table-footnotes";
import { api } from "@/server/api/caller";
import type { BenchmarkView } from "@/server/leaderboards/schemas/benchmark-schema";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { benchmarkTabs } from "./benchmark-tabs";
import { viewTabs } from "./view-tabs";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name, description } = await orNotFound((await api()).benchmarks.get(await params));
  return { title: name, description };
}

export default async function BenchmarkPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const path = `/benchmarks/${slug}`;
  const asked = await searchParams;
  const view = viewQuery(asked);
  // A form sends its empty fields and each box; an address that people share is shorter.
  if (Object.values(asked).includes("") || Array.isArray(asked.columns)) redirect(viewHref(path, view));
  const { leaderboards } = await api();
  const [leaderboard, facts] = await orNotFound(
    Promise.all([leaderboards.get({ slug, ...view }), leaderboards.figureFacts({ slug, ...view })]),
  );
  const { benchmark, rows, page, pages, total } = leaderboard;
  const [lead, trend] = [leadText(facts), trendText(facts)];
  return (
    <>
      <h1 className={lead ? "finding" : undefined}>
        {lead ? <span className="eyebrow">{benchmark.name}</span> : benchmark.name} {lead}
      </h1>
      {trend && <p className="deck">{trend}</p>}
      <p className="lede">
        {benchmark.description} {ledeOf(benchmark, facts)}{" "}
        <Link className="nowrap" href={`${path}/classes`}>
          {counted(benchmark.classes.length, "class", "classes")}
        </Link>
      </p>
      <ViewTabs
        groups={[
          ...benchmarkTabs({ benchmark, figure: facts, path, view }),
          viewTabs({ board: path, view, current: "accuracy" }),
        ]}
      />
      <LinkedRows>
        <div className="figure-page">
          <figure>
            <BenchmarkFigure benchmark={benchmark} facts={facts} view={view} />
            <FigureLegend figure={facts} />
            <SourceLine figure={facts} />
          </figure>
          <FigureAside figure={facts} />
        </div>
        <TableBar path={path} view={view} found={foundOf(benchmark, total)} />
        {rows.length > 0 ? (
          <LeaderboardTable
            rows={rows}
            path={path}
            view={view}
            caption={`${benchmark.name}, ${counted(total, "model")}`}
          />
        ) : (
          <p className="note">
            {benchmark.references + benchmark.entries > 0
              ? "No model matches this search."
              : "No model has been scored yet."}
          </p>
        )}
      </LinkedRows>
      <PageLinks page={page} pages={pages} path={path} view={view} />
      <TableFootnotes rows={rows} judged={facts.verdict.scale} />
      <FollowBenchmark slug={slug} />
    </>
  );
}

function ledeOf({ testSets }: BenchmarkView, { testSet }: FigureFacts): string {
  const original = testSets.find(({ role }) => role === "original");
  const shown = testSets.find(({ name }) => name === testSet);
  return [
    original?.images ? `Original test set: ${count(original.images)} images, public.` : "",
    shown?.description ? `${shown.name}: ${shown.description}` : "",
  ].join(" ");
}

function foundOf({ references, entries }: BenchmarkView, total: number): string {
  const all = `${counted(references, "reference model")} · ${counted(entries, "entry", "entries")}`;
  return total === references + entries ? all : `${count(total)} found among ${all}`;
}
