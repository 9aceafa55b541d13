import { expect, test } from "@playwright/test";
import { benchmarkPage } from "./pages/benchmark-page";

test("focus on a row highlights its point, and arrow keys on the figure highlight rows", async ({ page }) => {
  const benchmark = await benchmarkPage(page, "/benchmarks/imagenet");
  await benchmark.figure.waitFor();
  await benchmark.linkTo("resnet152").focus();
  await expect(benchmark.tooltip).toContainText("resnet152");
  await benchmark.figure.focus();
  await page.keyboard.press("ArrowRight");
  await expect(benchmark.tooltip).toContainText("alexnet");
  await expect(benchmark.row("alexnet")).toHaveClass(/highlighted/);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/entries/**");
});

test("while the pointer rests on a point, its tooltip stays and it does not change colour", async ({
  page,
}) => {
  const benchmark = await benchmarkPage(page, "/benchmarks/imagenet");
  const point = benchmark.figure.locator("path[data-entry]").first();
  const fill = () => point.evaluate((mark) => getComputedStyle(mark).fill);
  await point.waitFor();
  await point.scrollIntoViewIfNeeded();
  const before = await fill();
  const { x, y, width, height } = (await point.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  // What highlighting draws under the pointer must not end the highlight.
  await page.waitForTimeout(300);
  await expect(benchmark.tooltip).toHaveCount(1);
  expect(await fill()).toBe(before);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 812 } });
  test("a tapped point shows its tooltip, and a tap beside every point hides it", async ({ page }) => {
    const benchmark = await benchmarkPage(page, "/benchmarks/imagenet");
    const point = benchmark.figure.locator("path[data-entry]").first();
    await point.waitFor();
    await point.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await point.boundingBox())!;
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await page.waitForTimeout(300);
    await expect(benchmark.tooltip).toHaveCount(1);
    const box = (await benchmark.figure.boundingBox())!;
    await page.touchscreen.tap(box.x + 0.3 * box.width, box.y + 0.2 * box.height);
    await expect(benchmark.tooltip).toHaveCount(0);
  });
});

test("a dragged rectangle zooms in, and Escape shows the whole figure again", async ({ page }) => {
  const benchmark = await benchmarkPage(page, "/benchmarks/imagenet");
  await benchmark.figure.waitFor();
  const before = await benchmark.ticks();
  await benchmark.drag({ from: [0.6, 0.2], to: [0.95, 0.6] });
  await expect.poll(() => benchmark.ticks()).not.toEqual(before);
  await benchmark.figure.focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => benchmark.ticks()).toEqual(before);
});

test("a view is its address: test set, metric, scale, order and search", async ({ page }) => {
  const benchmark = await benchmarkPage(page, "/benchmarks/imagenet");
  await page.getByRole("link", { name: "TopImages" }).click();
  await page.waitForURL("**testSet=TopImages**");
  await page.getByRole("link", { name: "top-5" }).click();
  await page.waitForURL("**metric=top5**");
  await page.getByRole("link", { name: "probit" }).click();
  await page.waitForURL("**scale=probit**");
  await expect(page.getByText(/^probit\(new\) = /)).toBeVisible();
  await page.getByRole("link", { name: "Model", exact: true }).click();
  await page.waitForURL("**sort=name**");
  await expect(benchmark.names.first()).toHaveText("alexnet");
  await page.getByRole("searchbox").fill("net");
  await page.getByRole("button", { name: "Find" }).click();
  await page.waitForURL("**search=net**");
  expect(page.url()).toContain("testSet=TopImages");
  expect(page.url()).not.toContain("yearFrom");
  await expect(benchmark.names).not.toHaveCount(66);
});

for (const [name, type] of [
  ["CSV", /^text\/csv/],
  ["JSON", /^application\/json/],
  ["SVG", /^image\/svg\+xml/],
  ["PNG", /^image\/png/],
  ["Cite", /bibtex/],
] as const) {
  test(`a view can be taken along as ${name}`, async ({ page }) => {
    await benchmarkPage(page, "/benchmarks/imagenet?metric=top5");
    const address = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    const answer = await page.request.get(address!);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toMatch(type);
    expect((await answer.body()).length).toBeGreaterThan(200);
  });
}

test("a figure in print quality is sharp enough and says its dots an inch", async ({ page }) => {
  const answer = await page.request.get("/benchmarks/imagenet/figure.png?scale=logit");
  expect(answer.headers()["content-disposition"]).toContain("imagenet-MatchedFrequency-top1-logit.png");
  const png = await answer.body();
  // PNG: width and height in the header, dots a metre in pHYs.
  expect(png.readUInt32BE(16)).toBeGreaterThan(2400);
  const physical = png.indexOf("pHYs");
  expect(png.readUInt32BE(physical + 4)).toBeGreaterThan(11_000);
});

test("the menu folds on a phone and opens by keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/");
  const docs = page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Docs" });
  await expect(docs).toBeHidden();
  await page.getByText("Menu").focus();
  await page.keyboard.press("Enter");
  await docs.click();
  await page.waitForURL("**/docs");
  await expect(docs).toBeHidden();
});
