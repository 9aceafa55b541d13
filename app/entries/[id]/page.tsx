import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ModelFacts, PreprocessingFacts } from "@/app/_components/entry/model-facts";
import { ReleaseHistory } from "@/app/_components/entry/release-history";
import { ScoreTable } from "@/app/_components/entry/score-table";
import { Standing } from "@/app/_components/entry/standing";
import { ThreeGaps } from "@/app/_components/entry/three-gaps";
import { errorsOrWhy } from "@/app/_components/errors/errors-or-why";
import { ErrorsSection } from "@/app/_components/errors/errors-section";
import { BenchmarkFigure } from "@/app/_components/figure/benchmark-figure";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { viewHref, viewQuery } from "@/app/_components/shell/view-query";
import { ViewTabs } from "@/app/_components/shell/view-tabs";
import { Time } from "@/app/_components/words/time";
import { trainingWords } from "@/app/_components/words/training-words";
import { benchmarkTabs } from "@/app/benchmarks/[slug]/benchmark-tabs";
import { entryCitation } from "@/server/api/answers/entry-citation";
import { api } from "@/server/api/caller";
import { entryQuerySchema } from "@/server/api/routers/entries";
import { explainFeeding } from "@/server/evaluation/explain-feeding";
import type { Entry } from "@/server/leaderboards/schemas/entry-schema";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { linkable } from "@/server/text/web-address";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name, benchmark } = await orNotFound((await api()).entries.get(await params));
  return { title: `${name} on ${benchmark.name}` };
}

export default async function EntryPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { testSet, metric, scale } = viewQuery(await searchParams);
  const { entries, leaderboards, submissions } = await api();
  const asked = entryQuerySchema.safeParse({ id, testSet, metric, scale });
  if (!asked.success) notFound();
  const entry = await orNotFound(entries.get(asked.data));
  const { benchmark } = entry;
  const view = { testSet: entry.testSet ?? undefined, metric: entry.metric, scale: asked.data.scale };
  const [figure, submission, errors] = await Promise.all([
    leaderboards.figureFacts({ slug: benchmark.slug, ...view }),
    entry.submission ? submissions.get({ id: entry.submission }) : null,
    errorsOrWhy({ id }),
  ]);
  const tabs = benchmarkTabs({ benchmark, figure, path: `/entries/${id}`, view });
  const citation = entryCitation(entry, { headers: await headers() });
  return (
    <>
      <EntryHead entry={entry} submission={submission} />
      <ViewTabs groups={tabs} />
      <div className="figure-page">
        <figure>
          <BenchmarkFigure benchmark={benchmark} facts={figure} view={view} highlighted={id} />
        </figure>
        <div className="figure-aside">
          <section>
            <h2>Against the line</h2>
            <Standing entry={entry} figure={figure} />
          </section>
          {entry.history.length > 1 && (
            <section>
              <h2>Released to this team</h2>
              <ReleaseHistory history={entry.history} current={id} />
            </section>
          )}
        </div>
      </div>
      <h2>Scores</h2>
      <ScoreTable entry={entry} />
      {entry.gaps && (
        <section className="prose">
          <h2>Why the two scores differ</h2>
          <ThreeGaps gaps={entry.gaps} />
        </section>
      )}
      <ErrorsSection errors={errors} id={id} />
      {submission && <ModelSection submission={submission} classes={entry.benchmark.classes} />}
      <section className="prose">
        <h2>Cite</h2>
        <pre className="copyable">{citation}</pre>
        <p className="small">
          <a href={viewHref(`/api/v1/entries/${id}/cite`, view)}>BibTeX</a> ·{" "}
          <a href={viewHref(`/entries/${id}/figure.svg`, view)}>figure as SVG</a> ·{" "}
          <a href={viewHref(`/entries/${id}/figure.png`, view)}>PNG</a> ·{" "}
          <a href={viewHref(`/entries/${id}/entry.csv`, view)}>numbers as CSV</a> ·{" "}
          <a href={viewHref(`/api/v1/entries/${id}`, view)}>JSON</a>
        </p>
      </section>
    </>
  );
}

function EntryHead({ entry, submission }: { entry: Entry; submission: SubmissionView | null }) {
  const { name, benchmark, kind, teamName, team, year, source, url, verified, training, family } = entry;
  const links = Object.entries(submission?.links ?? {}).filter((pair): pair is [string, string] =>
    Boolean(pair[1] && linkable(pair[1])),
  );
  return (
    <>
      <h1>{name}</h1>
      <p className="lede">
        {kind === "reference" ? "Reference model" : "Entry"} on{" "}
        <Link href={`/benchmarks/${benchmark.slug}`}>{benchmark.name}</Link>
        {teamName && (
          <>
            {" "}
            by{" "}
            <Link href={viewHref(`/benchmarks/${benchmark.slug}`, { team: team ?? undefined })}>
              {teamName}
            </Link>
          </>
        )}
        {submission && kind === "entry" && (
          <>
            , submitted <Time at={submission.submittedAt} />
            {submission.atLeast > 1 && `, asking for a gain of ${submission.atLeast} steps`}
          </>
        )}
        {year && kind === "reference" && !submission && `, ${year}`}
        {kind === "entry" && (verified ? ". Verified by a maintainer." : ". Not verified.")}
        {source && `. Source: ${source}.`}
        {training && ` Trained ${trainingWords[training].long}.`}
        {family && ` Family: ${family}.`}{" "}
        {links.map(([label, address]) => (
          <span key={label}>
            <a href={address} rel="nofollow noreferrer">
              {label}
            </a>{" "}
          </span>
        ))}
        {url && linkable(url) && links.length === 0 && (
          <a href={url} rel="nofollow noreferrer">
            source
          </a>
        )}
      </p>
    </>
  );
}

function ModelSection({ submission, classes }: { submission: SubmissionView; classes: string[] }) {
  const { inspection, preprocessing, modelHash } = submission;
  return (
    <section className="prose">
      <h2>The model</h2>
      {inspection?.model && <ModelFacts model={inspection.model} />}
      <h3>Preprocessing, as declared</h3>
      <PreprocessingFacts preprocessing={preprocessing} />
      {inspection?.model &&
        explainFeeding({ preprocessing, model: inspection.model, classes }).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      <p className="soft small">
        File SHA-256 <code>{modelHash}</code>
      </p>
    </section>
  );
}
