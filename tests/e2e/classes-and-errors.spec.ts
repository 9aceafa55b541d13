import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, type Browser, expect, test } from "@playwright/test";

const classes = "/benchmarks/imagenet/classes";

/** The page of the errors of a reference model that the site evaluates when it starts for the first time. */
async function errorsOf(request: APIRequestContext): Promise<{ path: string; correct: number }> {
  const found = async () => {
    const { rows } = await (await request.get("/api/v1/benchmarks/shapes/leaderboard")).json();
    return (rows as { id: string; name: string; original: { correct: number } }[]).find(
      ({ name }) => name === "random-features-576",
    );
  };
  await expect.poll(found, { timeout: 600_000 }).toBeTruthy();
  const { id, original } = (await found())!;
  return { path: `/entries/${id}/errors`, correct: original.correct };
}

async function barriers(browser: Browser, path: string, colorScheme: "light" | "dark") {
  const context = await browser.newContext({ colorScheme, viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  await page.goto(path);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await context.close();
  return { violations: violations.map(({ id }) => id), isTooWide: width > 375 };
}

test("the class list is copied one name a line, as the file to download has it", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(classes);
  await page.getByRole("button", { name: "Copy the names, one a line" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const file = await page.request.get(`/api/v1${classes}?format=text`);
  expect(`${copied}\n`).toBe(await file.text());
  expect(copied.split("\n")).toHaveLength(1_000);
});

test("a class is found by name, index or synset, without JavaScript too", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`/benchmarks/imagenet`);
  await page.getByRole("link", { name: "1,000 classes" }).click();
  for (const [sought, index] of [
    ["toilet tissue", "999"],
    ["n02012849", "134"],
    ["0", "0"],
  ] as const) {
    await page.getByRole("searchbox").fill(sought);
    await page.getByRole("button", { name: "Find" }).click();
    const rows = page.locator("tbody tr");
    await expect(rows.locator("td").first()).toHaveText(index);
  }
  await page.close();
});

test("an entry's errors stand in figure, matrix, table and file, all of them the same counts, without JavaScript", async ({
  browser,
  request,
}) => {
  const { path, correct } = await errorsOf(request);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(path.replace("/errors", ""));
  await page.getByRole("link", { name: "All classes and confusions" }).click();
  await page.waitForURL(`**${path}`);
  await expect(page.locator(".for-desk .class-dots .dot")).toHaveCount(10);
  const right = await page.locator(".confusion td.right").allTextContents();
  expect(right.reduce((sum, text) => sum + Number(text.replace("·", "0")), 0)).toBe(correct);
  await expect(page.locator(".class-errors tbody tr")).toHaveCount(10);
  const address = await page.getByRole("link", { name: "every prediction as CSV" }).getAttribute("href");
  const [, ...lines] = (await (await request.get(address!)).text()).trim().split("\r\n");
  expect(lines).toHaveLength(4_000);
  expect(lines.filter((line) => line.endsWith(",true"))).toHaveLength(correct);
  await page.close();
});

test("no class of a hidden test set is told of", async ({ request }) => {
  const { path } = await errorsOf(request);
  for (const address of [`/api/v1${path}`, `/api/v1${path.replace(/errors$/, "predictions.csv")}`]) {
    const answer = await request.get(`${address}?testSet=New`);
    expect(answer.status()).toBe(404);
    expect((await answer.json()).hint).toContain("public test sets only");
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`class list and errors have no barrier that axe finds and fit a phone, ${colorScheme}`, async ({
    browser,
    request,
  }) => {
    const { path } = await errorsOf(request);
    for (const page of [classes, path, path.replace("/errors", "")]) {
      expect([page, await barriers(browser, page, colorScheme)]).toEqual([
        page,
        { violations: [], isTooWide: false },
      ]);
    }
  });
}
