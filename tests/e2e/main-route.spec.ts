import { expect, test } from "@playwright/test";
import { benchmarkPage } from "./pages/benchmark-page";
import { signIn } from "./pages/sign-in-page";

test("a model goes in, is watched being scored, and stands in the table and on the plot with what was released", async ({
  page,
  context,
}) => {
  const { figure } = await benchmarkPage(await context.newPage(), "/benchmarks/shapes");
  await figure.waitFor();
  const submit = await signIn(page, `ada-${Date.now()}`);
  await submit.choose("shapes");
  await submit.give("examples/front-runner.onnx");
  await expect(
    page
      .getByText("2,304")
      .or(page.getByText(/\[.*3, 32, 32\]/))
      .first(),
  ).toBeVisible();
  await submit.submit("front runner");

  const mine = page.locator("main");
  await expect(mine.getByText("front runner").first()).toBeVisible();
  // No reload: the page hears of it. The exact original score comes first, and nothing is spent by itself.
  await expect(mine.getByText("Waiting for you").first()).toBeVisible();
  await expect(mine.getByText(/Original top-1 \d/).first()).toBeVisible();
  await expect(mine.getByLabel("Forecast").getByText(/^\[\d+\.\d, \d+\.\d\]$/)).toBeVisible();
  await mine.getByRole("button", { name: "Spend it" }).click();
  await expect(mine.getByText(/climbed/i).first()).toBeVisible();

  await page.goto("/benchmarks/shapes");
  const row = page.getByRole("row").filter({ hasText: "front runner" }).first();
  await expect(row).toBeVisible();
  await row.getByRole("link", { name: "front runner" }).click();
  await page.waitForURL("**/entries/**");
  await expect(page.getByText("released, rounded").first()).toBeVisible();
  // Nor does a figure that was open before need one.
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await expect(figure.locator(`[data-entry="${id}"]`)).toBeVisible();
  const answer = await page.request.get(`/api/v1${new URL(page.url()).pathname}`);
  expect(answer.ok()).toBe(true);
  const scores = (await answer.json()).scores as { kind: string; correct: number | null; accuracy: number }[];
  const released = scores.filter((score) => score.kind === "released");
  expect(released.length).toBeGreaterThan(0);
  for (const { correct, accuracy } of released) {
    expect(correct).toBeNull();
    // The step size of a set of 4,000 images is 0.02.
    expect(Math.abs(accuracy * 50 - Math.round(accuracy * 50))).toBeLessThan(1e-9);
  }
});

test("a file that is no model is refused at once, in words, before anything is submitted", async ({
  page,
}) => {
  const submit = await signIn(page, `bob-${Date.now()}`);
  await submit.choose("shapes");
  await submit.give({
    name: "model.onnx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("<html>not a model</html>"),
  });
  await expect(page.getByText(/not an ONNX model/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit", exact: true })).toBeDisabled();
});

test("of two models given together the first is taken, and the form says what became of the other", async ({
  page,
}) => {
  const submit = await signIn(page, `eve-${Date.now()}`);
  await submit.choose("shapes");
  await submit.give(["examples/mid-field.onnx", "examples/front-runner.onnx"]);
  await expect(page.getByText("front-runner.onnx was ignored")).toBeVisible();
  await expect(page.getByText("The model will be accepted")).toBeVisible();
  await expect(page.locator("main")).toContainText("mid-field.onnx");
  await expect(page.locator('input[name="name"]')).toHaveValue("mid-field");
});
