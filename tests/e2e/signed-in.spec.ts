import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./pages/sign-in-page";

const megabyte = 1_000_000;

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the pages of somebody signed in have no barrier that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const submit = await signIn(page, `axe-${colorScheme}-${Date.now()}`);
    await submit.give("examples/mid-field.onnx");
    await expect(page.getByText("The model will be accepted.")).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await submit.submit("mid field");
    await expect(page.getByText("Waiting for you").first()).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Spend it" }).click();
    await expect(page.getByText(/climbed/i).first()).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("link", { name: "mid field" }).click();
    await page.waitForURL("**/entries/**");
    await expect(page.getByRole("heading", { name: "Scores", exact: true })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });
}

test("an upload pauses, outlives a reload and goes on where it stopped", async ({ page }, info) => {
  const path = info.outputPath("large.onnx");
  await writeFile(path, randomBytes(24 * megabyte));
  const submit = await signIn(page, `tus-${Date.now()}`);
  const network = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: 3 * megabyte };
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", slow);
  await submit.give(path);
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", /^[1-9]\d{6,}$/);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/, paused$/)).toBeVisible();

  await page.reload();
  await expect(page.getByText(/upload of large.onnx did not finish/)).toBeVisible();
  const offsets: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") offsets.push(Number(request.headers()["upload-offset"]));
  });
  await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await submit.give(path);
  await expect(page.getByText("24 MB, uploaded")).toBeVisible();
  expect(offsets[0]).toBeGreaterThan(0);
  await expect(page.getByText(/cannot be accepted as it is/)).toBeVisible();
});
