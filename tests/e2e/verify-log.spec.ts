import { expect, test } from "@playwright/test";
import { signIn } from "./pages/sign-in-page";

test("the log of a site that has drawn its benchmark and evaluated its references verifies", async ({
  page,
}) => {
  await signIn(page, `auditor-${Date.now()}`, "maintainer");
  await page.goto("/audit/log");
  await page.getByRole("button", { name: "Verify the whole log" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^Verified|does not verify/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText(/the chain is intact/)).toBeVisible();
});
