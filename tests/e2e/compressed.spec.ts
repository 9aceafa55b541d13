import { expect, test } from "@playwright/test";

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

test("a page of the maintainers' is never compressed", async ({ request }) => {
  for (const path of ["/audit", "/admin/teams"]) {
    expect((await request.get(path, accepting)).headers()["content-encoding"]).toBeUndefined();
  }
});
