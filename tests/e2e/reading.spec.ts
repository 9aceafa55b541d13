import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const pages = [
  "/",
  "/benchmarks/shapes",
  "/benchmarks/imagenet?testSet=TopImages&metric=top5&scale=probit",
  "/guard",
  "/docs",
  "/docs/statistics",
  "/docs/paper",
  "/sign-in",
  "/nowhere",
];

for (const path of pages) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} has no barrier that axe finds, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      ).toEqual([]);
      await context.close();
    });
  }

  test(`${path} fits a phone: nothing is wider than the screen`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(375);
    await page.close();
  });

  test(`${path} raises no error in the browser, the content security policy included`, async ({ page }) => {
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
    await page.goto(path);
    await page.waitForTimeout(1_500);
    expect(broken.filter((text) => path !== "/nowhere" || !/404/.test(text))).toEqual([]);
  });
}

test("a benchmark is there without JavaScript: figure, equation, table, tabs", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/benchmarks/imagenet");
  await expect(page.locator("figure svg, svg").first()).toBeVisible();
  await expect(page.locator(".equation")).toHaveText("new = 1.11 × original − 20.3");
  await expect(page.locator(".leaderboard").getByRole("row")).toHaveCount(67);
  await page.getByRole("link", { name: "TopImages" }).click();
  await expect(page.locator(".leaderboard").getByRole("row")).toHaveCount(67);
  await page.close();
});

test("focus on a row highlights its point", async ({ page }) => {
  await page.goto("/benchmarks/imagenet");
  const link = page.getByRole("row").filter({ hasText: "resnet152" }).getByRole("link").first();
  await link.focus();
  await expect(page.locator('[data-highlighted="true"], .highlighted').first()).toBeVisible();
});
