import { expect, test } from "@playwright/test";
import { writeClippedClassifier } from "../fixtures/write-clipped-classifier";
import { signIn } from "./pages/sign-in-page";

test("a wrong preprocessing is caught before anything is spent, and a click submits the file with the better one", async ({
  page,
}) => {
  const submit = await signIn(page, `grace-${Date.now()}`);
  await submit.choose("shapes");
  await submit.give({
    name: "clipped.onnx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(writeClippedClassifier()),
  });
  await page.getByLabel("std").fill("0.00392156862745098, 0.00392156862745098, 0.00392156862745098");
  await page.getByLabel("channel_order").selectOption("BGR");
  await submit.submit("clipped");

  const mine = page.locator("article");
  await expect(mine.getByText("suits this model clearly better").first()).toBeVisible();
  await expect(mine.getByText("nothing is spent").first()).toBeVisible();
  await expect(mine.getByRole("row", { name: /clearly better/ })).toContainText("1 each");
  await expect(mine.getByText(/Original top-1/)).toHaveCount(0);
  await mine.getByRole("button", { name: "Submit with the better setting" }).click();

  await expect(mine.first().getByText(/It has 9\d\.\d % on the original test set/)).toBeVisible();
  await expect(mine.nth(1).getByText("Withdrawn")).toBeVisible();
  await mine.first().getByText("How it ran on original images").click();
  await expect(mine.first().getByText("Peak memory")).toBeVisible();
});
