import { expect } from "vitest";
import type { Problem } from "@/server/problems/problem-schema";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { idOf, uploadClient } from "../uploads/upload-client";
import { formTest as test } from "./form-test";
import { postForm } from "./post-form";
import { postJson } from "./post-json";

test("a model that inspection refuses is answered with 422 and the submission, which says why", async ({
  ada,
  metadata,
}) => {
  const response = await postForm(ada, { model: new Blob(["no model at all"]), metadata: metadata() });
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  const view = (await response.json()) as SubmissionView;
  expect(view.state).toBe("refused");
  expect(view.refusal?.message.length).toBeGreaterThan(10);
});

test("what is wrong with the metadata and with the model is named at once, by form and by upload", async ({
  ada,
  metadata,
}) => {
  const noModel = new TextEncoder().encode("no model at all");
  const wrong = { name: undefined, paper: "https://example.org", preprocessing: { mean: [123, 116, 103] } };
  const byForm = await postForm(ada, { model: new Blob([noModel]), metadata: metadata(wrong) });
  const client = uploadClient(ada.token);
  const upload = idOf(await client.begin(noModel.length));
  await client.send(upload, 0, noModel);
  const byUpload = await postJson(ada, { ...JSON.parse(metadata(wrong)), upload });
  for (const response of [byForm, byUpload]) {
    const { problems } = (await response.json()) as { problems: Problem[] };
    expect(response.status).toBe(400);
    expect(problems).toMatchObject([
      { where: "name", sentence: "name is missing." },
      { where: "preprocessing.mean.0", count: 3 },
      { where: "paper", hint: "It belongs in links: write it as links.paper." },
      { where: null, sentence: expect.stringContaining("not an ONNX model") },
    ]);
  }
});
