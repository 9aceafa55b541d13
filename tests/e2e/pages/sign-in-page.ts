import type { Page } from "@playwright/test";
import { submitPage } from "./submit-page";

/** Signs in on this computer, as whoever, and comes out on the page to submit. */
export async function signIn(page: Page, name: string, role: "researcher" | "maintainer" = "researcher") {
  await page.goto("/submit");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Role").selectOption(role);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/submit**");
  return submitPage(page);
}
