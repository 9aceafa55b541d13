import { expect, type Page } from "@playwright/test";

/** The page to submit, for somebody who is signed in. */
export function submitPage(page: Page) {
  return {
    async choose(benchmark: string) {
      await page.getByLabel("Benchmark", { exact: true }).selectOption(benchmark);
    },
    async give(file: string | string[] | { name: string; mimeType: string; buffer: Buffer }) {
      await page.locator('input[type="file"]').setInputFiles(file);
    },
    async submit(name: string) {
      const button = page.getByRole("button", { name: "Submit", exact: true });
      await page.locator('input[name="name"]').fill(name);
      await expect(button).toBeEnabled({ timeout: 60_000 });
      await button.click();
      await page.waitForURL("**/submissions**");
    },
  };
}
