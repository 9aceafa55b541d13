import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const small = "/guard?n=1000&k=200&runs=6&policies=exact,gated";

async function biasOf(page: Page, policy: string): Promise<number> {
  const text = await page.locator(`tr[data-policy="${policy}"] .final`).textContent();
  return Number(text?.replace("−", "-"));
}

async function runToTheEnd(page: Page) {
  await page.getByRole("button", { name: "Run the attack" }).click();
  await expect(page.getByText(/^Done: /)).toBeVisible();
}

test("a boosting attack in the browser climbs exact release and not the default guard", async ({ page }) => {
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
  await page.goto(small);
  await runToTheEnd(page);
  expect(await biasOf(page, "exact")).toBeGreaterThan(6);
  expect(Math.abs(await biasOf(page, "gated"))).toBeLessThan(4);
  await expect(page.locator("figure .curve")).toHaveCount(2);
  await expect(page.locator("figcaption")).toContainText("points above the truth");
  expect(broken).toEqual([]);
});

test("the CSV holds the numbers of the table", async ({ page }) => {
  await page.goto(small);
  await runToTheEnd(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trimEnd().split("\r\n");
  const last = lines.findLast((line) => line.startsWith("Exact,"));
  expect(Number(last!.split(",").at(-3)).toFixed(2)).toBe((await biasOf(page, "exact")).toFixed(2));
});

test("a long run is stopped by hand, and the lab runs again", async ({ page }) => {
  await page.goto("/guard?n=20000&k=2000&runs=50&policies=exact");
  await page.getByRole("button", { name: "Run the attack" }).press("Enter");
  await page.getByRole("button", { name: "Stop" }).press("Enter");
  await expect(page.getByText(/^Stopped: 0 of 1 policy done/)).toBeVisible();
  await page.getByRole("textbox", { name: "Images, n" }).fill("500");
  await page.getByRole("textbox", { name: "Team submissions, k" }).fill("50");
  await page.getByRole("textbox", { name: "Repetitions" }).fill("3");
  await runToTheEnd(page);
});

test("the address restores the lab, and a number that cannot be run says so at its field", async ({
  page,
}) => {
  await page.goto("/guard");
  await page.getByRole("button", { name: "A sandbag by ten teams" }).click();
  await expect(page).toHaveURL(/\?attack=sandbag&.*teams=10.*#lab$/);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Colluding teams" })).toHaveValue("10");
  await page.getByRole("textbox", { name: "Colluding teams" }).fill("1000");
  await expect(page.getByText("A whole number from 1 to 100.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Run the attack" })).toBeDisabled();
});

test("after a run the page has no accessibility fault and fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(small);
  await runToTheEnd(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
