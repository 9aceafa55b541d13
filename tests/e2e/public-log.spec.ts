import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";

test("the log is there for everyone: how to check it, its heads, and its lines on their chain", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "The log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The log" })).toBeVisible();
  await expect(page.getByText(/rung -- log check http/)).toBeVisible();
  const [today] = (await (await request.get("/api/v1/log/heads")).json()) as { head: string; line: number }[];
  const shown = today!.line > 0 ? page.locator("code.head").first() : page.getByText("There is no head yet");
  await expect(shown).toBeVisible();
  const lines = (await (await request.get("/api/v1/log")).text()).split("\n").filter(Boolean);
  expect(lines).toHaveLength(today!.line);
  let hash = createHash("sha256").digest();
  for (const text of lines) {
    const line = JSON.parse(text) as { public: string; commitment: string; hash: string };
    const commitment = Buffer.from(line.commitment, "hex");
    hash = createHash("sha256").update(hash).update(line.public).update(commitment).digest();
    expect(hash.toString("hex")).toBe(line.hash);
  }
  expect(hash.toString("hex")).toBe(today!.head);
  const script = await request.get("/check-log.py");
  expect(await script.text()).toContain("Checks the public log of a Rung site");
});
