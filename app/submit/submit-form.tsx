"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { InspectionReport } from "../_components/submission/inspection-report";
import { declaredFrom, emptyFields, fillFields } from "../_components/submission/preprocessing-form";
import { PreprocessingInputs } from "../_components/submission/preprocessing-inputs";
import { QuotaFacts } from "../_components/submission/quota-facts";
import { readModelConfig } from "../_components/submission/read-model-config";
import { UploadPanel } from "../_components/submission/upload-panel";
import { useModelUpload } from "../_components/submission/use-model-upload";
import { useTRPC } from "../_components/trpc";
import { Trouble, wordsOf } from "../_components/words/trouble";
import { AboutFields } from "./about-fields";

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
  const [notes, setNotes] = useState<string[]>([]);
  const upload = useModelUpload();
  const done = upload.state.phase === "done" ? upload.state : null;
  const quota = useQuery(api.submissions.quota.queryOptions({ benchmark }));
  const inspection = useQuery(
    api.submissions.inspect.queryOptions({ benchmark, upload: done?.id ?? "" }, { enabled: done !== null }),
  );
  const create = useMutation(
    api.submissions.create.mutationOptions({
      onSuccess: ({ id, alreadyScored }) =>
        router.push(alreadyScored ? `/submissions?already=${id}#${id}` : `/submissions#${id}`),
    }),
  );
  const model = inspection.data?.model ?? null;

  const takeFiles = async (files: File[]) => {
    const configs = files.filter(({ name }) => /\.json$/i.test(name));
    const [file, ...others] = files.filter((given) => !configs.includes(given));
    const said = others.map(({ name }) => `${name} was ignored: one model per submission.`);
    for (const config of configs) {
      const known = readModelConfig(await config.text());
      said.push(
        known
          ? `Preprocessing filled in from ${config.name}.`
          : `${config.name} says nothing about preprocessing.`,
      );
      if (known) setFields((now) => fillFields(now, known));
    }
    setNotes(said);
    if (file) await upload.send(file);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!done) return;
    const given = new FormData(event.currentTarget);
    const links = ["paper", "code"].flatMap((name) =>
      given.get(name) ? [[name, String(given.get(name))]] : [],
    );
    const expected = given.get("expected");
    const wishes = expected
      ? { expectedOriginalAccuracy: Number(expected) / 100, goOn: true }
      : { goOn: "ask" };
    create.mutate({
      ...wishes,
      benchmark,
      upload: done.id,
      name: String(given.get("name")),
      atLeast: Number(given.get("atLeast")),
      links: Object.fromEntries(links),
      preprocessing: declaredFrom(fields),
    } as Parameters<typeof create.mutate>[0]);
  };

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
            <p className="small">
              <a href={`/benchmarks/${benchmark}/classes`}>Its classes, in the order of a model’s scores</a>
            </p>
            {quota.data ? (
              <QuotaFacts quota={quota.data} />
            ) : (
              quota.isPending && <p className="soft waiting">Looking up your quota</p>
            )}
          </div>
        </li>
        <li>
          <h2>Model</h2>
          <div className="form">
            <UploadPanel upload={upload} onFiles={takeFiles} />
            {notes.map((note) => (
              <p key={note} className="soft">
                {note}
              </p>
            ))}
            {inspection.isLoading && <p className="waiting">Inspecting the model</p>}
            {inspection.error && <Trouble words={wordsOf(inspection.error)} />}
            {inspection.data && <InspectionReport inspection={inspection.data} benchmark={benchmark} />}
          </div>
        </li>
        <li>
          <h2>Preprocessing</h2>
          <PreprocessingInputs
            fields={fields}
            onChange={setFields}
            model={model}
            inputSize={choices.find(({ slug }) => slug === benchmark)!.inputSize}
          />
        </li>
        <li>
          <h2>About the model</h2>
          <div className="form">
            <AboutFields suggested={done?.name.replace(/\.onnx$/i, "") ?? ""} />
            {create.error && <Trouble words={wordsOf(create.error)} />}
            <button
              type="submit"
              className="button primary"
              disabled={!inspection.data?.accepted || create.isPending || create.isSuccess}
            >
              {create.isPending ? "Submitting" : "Submit"}
            </button>
            {!inspection.data?.accepted && (
              <p className="soft small">Available once the file is uploaded and passes inspection.</p>
            )}
          </div>
        </li>
      </ol>
    </form>
  );
}
