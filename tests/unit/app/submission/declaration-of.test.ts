import { expect, test } from "vitest";
import { declarationOf, emptyAbout } from "@/app/_components/submission/declaration-of";
import { emptyFields } from "@/app/_components/submission/preprocessing-form";
import { submissionInputSchema } from "@/server/submissions/submission-schema";

const form = { benchmark: "cifar10", about: { ...emptyAbout, name: "mine" }, fields: emptyFields };

test("an untouched form declares what the server accepts, and asks before the hidden part", () => {
  const declared = submissionInputSchema.parse(declarationOf(form));
  expect(declared).toMatchObject({ name: "mine", atLeast: 1, goOn: "ask", links: {}, training: null });
  expect(declared.expectedOriginalAccuracy).toBeNull();
});

test("an expected accuracy in percent becomes a fraction, and the submission goes on by itself", () => {
  const about = { ...form.about, expected: "81", paper: " https://example.org ", training: "robust" };
  expect(submissionInputSchema.parse(declarationOf({ ...form, about }))).toMatchObject({
    expectedOriginalAccuracy: 0.81,
    goOn: true,
    links: { paper: "https://example.org" },
    training: "robust",
  });
});
