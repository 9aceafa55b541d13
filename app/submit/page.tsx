import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { api } from "@/server/api/caller";
import { ApiProvider } from "../_components/trpc";
import { SubmitForm } from "./submit-form";

export const metadata: Metadata = { title: "Submit a model" };

export default async function SubmitPage({
  searchParams,
}: {
  searchParams: Promise<{ benchmark?: string }>;
}) {
  const { benchmark } = await searchParams;
  const { benchmarks, teams } = await api();
  if (!(await teams.me())) {
    const back = benchmark ? `/submit?benchmark=${encodeURIComponent(benchmark)}` : "/submit";
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(back)}`);
  }
  const all = await benchmarks.list();
  const open = all.filter(({ accepting }) => accepting);
  const closed = all.find(({ slug, accepting }) => slug === benchmark && !accepting);
  const choices = open.map(({ slug, name, classes, inputSize }) => ({
    slug,
    name,
    classes: classes.length,
    inputSize,
  }));
  return (
    <>
      <h1>Submit a model</h1>
      <noscript>
        <p className="note trouble">
          This page needs JavaScript. Without it, submit from the command line;{" "}
          <Link href="/docs#submit">the docs say how</Link>.
        </p>
      </noscript>
      {closed && (
        <p className="note trouble">
          {closed.name} takes no models: for that it needs an original and a hidden test set on this site.
          {choices.length > 0 && ` You can submit to ${choices.map(({ name }) => name).join(", ")}.`}
        </p>
      )}
      <p className="lede">
        An ONNX file with one image input and one class-score output, with its data file if the export wrote
        one. It is inspected as soon as it is uploaded, and nothing is spent before its original score is
        known. <Link href="/docs#export">How to export one</Link>
      </p>
      {choices.length === 0 ? (
        <p className="note">No benchmark accepts models yet: it needs an original and a hidden test set.</p>
      ) : (
        <ApiProvider>
          <SubmitForm
            choices={choices}
            chosen={choices.find(({ slug }) => slug === benchmark)?.slug ?? choices[0]!.slug}
          />
        </ApiProvider>
      )}
    </>
  );
}
