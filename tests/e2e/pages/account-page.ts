import type { Page } from "@playwright/test";

/** The account of whoever is signed in. */
export async function accountPage(page: Page) {
  await page.goto("/account");
  const line = (token: string) => page.getByRole("listitem").filter({ hasText: token });
  return {
    line,
    /** Makes a token and gives it as the page shows it, once. */
    async makeToken(name: string): Promise<string> {
      await page.getByLabel("What the token is for").fill(name);
      await page.getByRole("button", { name: "Make a token" }).click();
      await line(name).waitFor();
      return await page.getByText(/^rung_/).innerText();
    },
    async revoke(name: string) {
      await line(name).getByRole("button", { name: "Revoke" }).click();
      await line(name).getByRole("button", { name: "Revoke now" }).click();
      await line(name).waitFor({ state: "detached" });
    },
    async signOut() {
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL((url) => url.pathname === "/");
    },
  };
}
