"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { declarationOf, emptyAbout } from "../_components/submission/declaration-of";
import { InspectionReport } from "../_components/submission/inspection-report";
import { emptyFields, fillFields } from "../_components/submission/preprocessing-form";
import { PreprocessingInputs } from "../_components/submission/preprocessing-inputs";
import { QuotaFacts } from "../_components/submission/quota-facts";
import { readConfigs } from "../_components/submission/read-configs";
import { ScoreForecast } from "../_components/submission/score-forecast";
import { sortFiles } from "../_components/submission/sort-files";
import { UploadPanel } from "../_components/submission/upload-panel";
import { useModelFiles } from "../_components/submission/use-model-files";
import { useTRPC } from "../_components/trpc";
import { Time } from "../_components/words/time";
import { Trouble, wordsOf } from "../_components/words/trouble";
import { AboutInputs } from "./about-inputs";
import { NothingLeft } from "./nothing-left";
import { useForesight } from "./use-foresight";

export interface BenchmarkChoice {
  slug: string;
  name: string;
  classes: number;
  inputSize: [number, number, number];
}

/** All the steps of a submission: benchmark, file, inspection, preprocessing, name. */
export function SubmitForm({ choices, chosen }: { choices: BenchmarkChoice[]; chosen: string }) {
  const api = useTRPC();
  const router = useRouter();
  const [benchmark, setBenchmark] = useState(chosen);
  const [fields, setFields] = useState(emptyFields);
  const [typed, setAbout] = useState({ ...emptyAbout, name: null as string | null });
  const [notes, setNotes] = useState<string[]>([]);
  const files = useModelFiles();
  const { parts } = files;
  const about = { ...typed, name: typed.name ?? files.name.replace(/\.(onnx|zip)$/i, "") };
  const quota = useQuery(api.submissions.quota.queryOptions({ benchmark }));
  const expected = Number(about.expected) / 100;
  const spentUntil = quota.data?.nextAllowedAt ?? null;
  const declaration = declarationOf({
    benchmark,
    about: spentUntil ? { ...about, expected: "" } : about,
    fields,
  });
  const { foresight, ...asked } = useForesight(declaration, parts);
  const create = useMutation(
    api.submissions.create.mutationOptions({
      onSuccess: ({ id, alreadyScored }) =>
        router.push(alreadyScored ? `/submissions?already=${id}#${id}` : `/submissions#${id}`),
    }),
  );
  const needsData = foresight?.inspection.refusals.some(({ code }) => code === "external_data") ?? false;

  const takeFiles = async (given: File[]) => {
    const { model, data, configs, notes: said } = sortFiles(given, { hasModel: files.name !== "" });
    const read = await readConfigs(configs);
    setFields((now) => fillFields(now, read.known));
    setNotes([...said, ...read.said]);
    await Promise.all([model && files.model.send(model), data && files.data.send(data)]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (parts) create.mutate({ ...declaration, ...parts } as Parameters<typeof create.mutate>[0]);
  };
  // No form before it is known that it can be used; but one that is begun stays while another quota is looked up.
  const isOpen = quota.data
    ? !quota.data.refused
    : [files.model, files.data].some(({ state }) => state.phase !== "none");
  const canSubmit = foresight?.accepted && asked.isCurrent;

  return (
    <form onSubmit={submit}>
      <ol className="steps">
        <li>
          <h2>Benchmark</h2>
          <div className="form">
            <select
              aria-label="Benchmark"
              value={benchmark}
              onChange={(event) => setBenchmark(event.target.value)}
            >
              {choices.map(({ slug, name, classes }) => (
                <option key={slug} value={slug}>
                  {name} ({classes} classes)
                </option>
              ))}
            </select>
            {quota.data?.refused && <NothingLeft refused={quota.data.refused} />}
            <p className="small">
              <a href={`/benchmarks/${benchmark}/classes`}>Its classes, in the order of a model’s scores</a>
            </p>
            {quota.data ? (
              <QuotaFacts quota={quota.data} />
            ) : (
              quota.isPending && <p className="soft waiting">Looking up your quota</p>
            )}
            {quota.error && <Trouble words={wordsOf(quota.error)} />}
          </div>
        </li>
        {isOpen && (
          <>
            <li>
              <h2>Model</h2>
              <div className="form">
                <UploadPanel files={files} needsData={needsData} onFiles={takeFiles} />
                {notes.map((note) => (
                  <p key={note} className="soft">
                    {note}
                  </p>
                ))}
                {asked.isLoading && <p className="waiting">Inspecting the model</p>}
                {asked.error && <Trouble words={wordsOf(asked.error)} />}
                {foresight && <InspectionReport foresight={foresight} benchmark={benchmark} />}
              </div>
            </li>
            <li>
              <h2>Preprocessing</h2>
              <PreprocessingInputs
                fields={fields}
                onChange={setFields}
                model={foresight?.inspection.model ?? null}
                inputSize={choices.find(({ slug }) => slug === benchmark)!.inputSize}
              />
            </li>
            <li>
              <h2>About the model</h2>
              <div className="form">
                <AboutInputs
                  about={about}
                  onChange={setAbout}
                  forecast={
                    expected > 0 &&
                    expected <= 1 && (
                      <ScoreForecast
                        benchmark={benchmark}
                        originalAccuracy={expected}
                        atLeast={Number(about.atLeast) || 1}
                      />
                    )
                  }
                  dayIsSpent={
                    spentUntil && (
                      <>
                        Your submissions of the last 24 hours are spent. The original part is scored now; the
                        hidden part waits until you spend it, from <Time at={spentUntil} /> on.
                      </>
                    )
                  }
                />
                {create.error && <Trouble words={wordsOf(create.error)} />}
                <button
                  type="submit"
                  className="button primary"
                  disabled={!canSubmit || create.isPending || create.isSuccess}
                >
                  {create.isPending ? "Submitting" : "Submit"}
                </button>
                {!foresight?.accepted && (
                  <p className="soft small">Available once the file is uploaded and nothing is wrong.</p>
                )}
              </div>
            </li>
          </>
        )}
      </ol>
    </form>
  );
}
