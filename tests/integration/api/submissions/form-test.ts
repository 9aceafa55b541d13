import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { tenClasses } from "../../../fixtures/ten-classes";
import type { Person } from "../open-test-site";
import { webTest } from "../web-test";
import { postForm } from "./post-form";

/** A test of submissions by form, of models of at most 3 MB. */
export const formTest = webTest({ RUNG_MAX_MODEL_BYTES: "3000000" })
  .extend("slug", { scope: "file" }, async ({ site }) => {
    return (await makeBenchmark(site, { classes: tenClasses })).slug;
  })
  .extend("model", { scope: "file" }, async () => new Blob([await readFile("examples/front-runner.onnx")]))
  .extend("metadata", { scope: "file" }, ({ slug }) => (changes: object = {}) => {
    return JSON.stringify({ benchmark: slug, name: "a model", ...changes });
  })
  .extend("submitted", { scope: "file" }, ({ model, metadata }) => async (who: Person) => {
    return (await (await postForm(who, { model, metadata: metadata() })).json()) as SubmissionView;
  })
  /** What of an upload is left on the disk. */
  .extend("leftovers", { scope: "file" }, ({ site }) => () => {
    return readdir(join(site.dataDir, "uploads")).catch(() => []);
  });
