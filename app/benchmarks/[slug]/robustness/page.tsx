import type { Metadata } from "next";
import Link from "next/link";
import { counted } from "@/app/_components/numbers/count";
import { GroupTable } from "@/app/_components/robustness/group-table";
import { RobustnessFigure } from "@/app/_components/robustness/robustness-figure";
import { RobustnessNotes } from "@/app/_components/robustness/robustness-notes";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { viewHref, viewQuery } from "@/app/_components/shell/view-query";
import { ViewTabs } from "@/app/_components/shell/view-tabs";
import { api } from "@/server/api/caller";
import { benchmarkTabs } from "../benchmark-tabs";
import { viewTabs } from "../view-tabs";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = await orNotFound((await api()).benchmarks.get(await params));
  return { title: `Effective robustness on ${name}` };
}

export default async function RobustnessPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const { testSet, metric } = viewQuery(await searchParams);
  const robustness = await orNotFound((await api()).leaderboards.robustness({ slug, testSet, metric }));
  const { benchmark, scale, points } = robustness;
  const board = `/benchmarks/${slug}`;
  const path = `${board}/robustness`;
  const view = { testSet: robustness.testSet ?? undefined, metric: robustness.metric };
  const [sets, metrics] = benchmarkTabs({
    benchmark,
    figure: { ...view, testSet: robustness.testSet, metric: robustness.metric, fit: { scale } },
    path,
    view,
  });
  return (
    <>
      <h1>{benchmark.name}: effective robustness</h1>
      <p className="lede">
        How much more or less accurate a model is on {robustness.testSet ?? "a new test set"} than others of
        the same original accuracy: its distance from <Link href={viewHref(board, view)}>the line</Link> of
        the reference models, coloured by how it was trained.
      </p>
      <ViewTabs groups={[sets!, metrics!, viewTabs({ board, view, current: "robustness" })]} />
      {points.length === 0 ? (
        <p className="note">
          No model has a distance from the line yet: it takes three reference models with both scores.
        </p>
      ) : (
        <>
          <RobustnessFigure robustness={robustness} />
          <p className="small">
            {counted(points.length, "model")} · figure as{" "}
            <a href={viewHref(`${path}/figure.svg`, view)}>SVG</a> ·{" "}
            <a href={viewHref(`${path}/figure.png`, view)}>PNG</a> · numbers as{" "}
            <a href={viewHref(`/api/v1${path}`, view)}>JSON</a> ·{" "}
            <a href={viewHref(`${board}/table.csv`, view)}>CSV</a>
          </p>
          <GroupTable groups={robustness.groups} />
          <RobustnessNotes robustness={robustness} />
        </>
      )}
    </>
  );
}
