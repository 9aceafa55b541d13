import { onTestFinished } from "vitest";
import { POST as submit } from "@/app/api/v1/submissions/route";
import { writeModel } from "@/server/onnx/write-model";
import { makeBenchmark } from "../../factories/make-benchmark";
import { mutate } from "../../fixtures/onnx/mutate";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { tenClasses } from "../../fixtures/ten-classes";
import { openTestSite, type Person } from "../api/open-test-site";
import { formOf } from "../api/submissions/form-of";
import { withToken } from "../api/visitor";
import type { InputKind } from "./input-kind";

/** Whole requests that submit a model, damaged anywhere: the form's framing, its metadata, the file. */
export async function postedInputs(): Promise<InputKind> {
  const site = await openTestSite({ RUNG_MAX_MODEL_BYTES: "1000000" });
  onTestFinished(() => site.close());
  const { slug } = await makeBenchmark(site, { classes: tenClasses });
  const metadata = JSON.stringify({
    benchmark: slug,
    name: "a model",
    preprocessing: { layout: "NCHW", mean: [0.5, 0.5, 0.5], std: [1, 1, 1], input_size: [3, 8, 8] },
    links: { paper: "https://example.org/paper" },
    atLeast: 2,
    expectedOriginalAccuracy: 0.5,
    goOn: true,
  });
  const model = new Blob([writeModel(smallClassifier) as Uint8Array<ArrayBuffer>]);
  const form = new Request("http://localhost", { method: "POST", body: formOf({ model, metadata }) });
  const type = form.headers.get("content-type")!;
  const whole = new Uint8Array(await form.arrayBuffer());
  const json = new TextEncoder().encode(metadata);
  let people = 0;
  let who: Person | null = null;

  return {
    name: "posted forms",
    share: 5,
    draw(random) {
      if (random() < 0.5) return mutate([whole], random, 2);
      const damaged = new TextDecoder("latin1").decode(mutate([json], random, 1));
      const text = new TextDecoder("latin1").decode(whole).replace(metadata, () => damaged);
      return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    },
    async judge(bytes) {
      for (;;) {
        who ??= await site.person(`person-${(people += 1)}`);
        const headers = { "content-type": type };
        const answer = await withToken(who.token)(submit, {
          method: "POST",
          headers,
          body: bytes as Uint8Array<ArrayBuffer>,
        });
        const text = await answer.text();
        if (answer.status >= 500) throw new Error(`${answer.status} ${text}`);
        if (answer.status < 400) return "taken";
        if (answer.status !== 429) return "refused";
        who = null;
      }
    },
  };
}
