import type { Metadata } from "next";
import Link from "next/link";
import { ClassFigure } from "@/app/_components/errors/class-figure";
import { ClassTable } from "@/app/_components/errors/class-table";
import { ConfusionList } from "@/app/_components/errors/confusion-list";
import { ConfusionMatrix } from "@/app/_components/errors/confusion-matrix";
import { ErrorsLinks } from "@/app/_components/errors/errors-links";
import { fewClasses } from "@/app/_components/errors/few-classes";
import { count } from "@/app/_components/numbers/count";
import { percent } from "@/app/_components/numbers/percent";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { ViewTabs } from "@/app/_components/shell/view-tabs";
import { api } from "@/server/api/caller";
import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = await orNotFound((await api()).entries.errors(await params));
  return { title: `Errors of ${name}` };
}

export default async function ErrorsPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { testSet } = await searchParams;
  const asked = typeof testSet === "string" ? { testSet } : {};
  const errors = await orNotFound((await api()).entries.errors({ id, ...asked }));
  const isSmall = errors.classes.length <= fewClasses;
  return (
    <>
      <h1>Errors of {errors.name}</h1>
      <p className="lede">
        <Link href={`/entries/${id}`}>{errors.name}</Link> is right on {count(errors.correct)} of{" "}
        {count(errors.total)} images of {errors.testSet}, {percent(errors.correct / errors.total)} %. Images
        and labels of this test set are public.
      </p>
      {errors.testSets.length > 1 && <ViewTabs groups={tabsOf(errors)} />}
      <ClassFigure errors={errors} />
      <h2>Confusions</h2>
      {isSmall ? (
        <ConfusionMatrix errors={errors} />
      ) : (
        <div className="prose">
          <ConfusionList errors={errors} most={50} />
        </div>
      )}
      <h2>Classes</h2>
      <p className="small">
        <ErrorsLinks errors={errors} />
      </p>
      <ClassTable errors={errors} />
    </>
  );
}

function tabsOf({ id, testSet, testSets }: EntryErrors) {
  const tabs = testSets.map((name) => ({
    label: name,
    href: `/entries/${id}/errors?${new URLSearchParams({ testSet: name })}`,
    current: name === testSet,
  }));
  return [{ name: "Test set", tabs }];
}
