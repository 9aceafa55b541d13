import { expect, test } from "@playwright/test";
import { signIn } from "./pages/sign-in-page";

const board = "/api/v1/benchmarks/shapes";

test("the reference models of Shapes lie close to a line steeper than one, and the example that was trained on hard images lies off it", async ({
  page,
}) => {
  const submit = await signIn(page, `grace-${Date.now()}`);
  await submit.choose("shapes");
  await submit.give("examples/trained-on-hard.onnx");
  await submit.submit("trained on hard");
  await page.getByRole("button", { name: "Spend it" }).click();
  await expect(
    page
      .locator("main")
      .getByText(/climbed/i)
      .first(),
  ).toBeVisible();

  const fit = async () => (await page.request.get(`${board}/fit?scale=linear`)).json();
  await expect.poll(async () => (await fit()).models, { timeout: 600_000 }).toBeGreaterThanOrEqual(24);
  const { slope, residualSd } = await fit();
  expect(slope).toBeGreaterThan(1.3);
  expect(residualSd).toBeLessThan(0.02);

  const { rows } = await (await page.request.get(`${board}/leaderboard`)).json();
  const row = (rows as { name: string; mark: string | null }[]).find(
    ({ name }) => name === "trained on hard",
  );
  expect(row?.mark).toBe("above");
});
