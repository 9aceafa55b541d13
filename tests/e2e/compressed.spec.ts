import { expect, test } from "@playwright/test";
import { signIn } from "./pages/sign-in-page";

const accepting = { headers: { "accept-encoding": "gzip" } };

for (const path of [
  "/api/v1/benchmarks/imagenet/fit",
  "/benchmarks/imagenet/table.csv",
  "/benchmarks/imagenet/figure.svg",
]) {
  test(`${path} is sent compressed to whoever takes it so`, async ({ request }) => {
    const headers = (await request.get(path, accepting)).headers();
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers.vary).toMatch(/accept-encoding/i);
    const whole = await request.get(path, { headers: { "accept-encoding": "identity" } });
    expect(whole.headers()["content-encoding"]).toBeUndefined();
  });
}

test("what concerns a session is never compressed", async ({ request }) => {
  const headers = (await request.get("/api/auth/csrf", accepting)).headers();
  expect(headers["content-encoding"]).toBeUndefined();
});

test("a page of the maintainers' is never compressed, one of everybody's is", async ({ page }) => {
  await signIn(page, `whole-${Date.now()}`, "maintainer");
  const encodings = ["/audit", "/admin/teams", "/guard"].map(async (path) => {
    const answer = await page.request.get(path, { ...accepting, maxRedirects: 0 });
    return [path, answer.status(), answer.headers()["content-encoding"]];
  });
  expect(await Promise.all(encodings)).toEqual([
    ["/audit", 200, undefined],
    ["/admin/teams", 200, undefined],
    ["/guard", 200, "gzip"],
  ]);
});
