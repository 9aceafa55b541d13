import { expect, test } from "@playwright/test";
import { accountPage } from "./pages/account-page";
import { signIn } from "./pages/sign-in-page";

/** Who a script is that sends nothing but a token: its status and name. */
async function whoIs(baseURL: string | undefined, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL("/api/v1/me", baseURL), { headers });
  return { status: answer.status, ...((await answer.json()) as { name?: string; code?: string }) };
}

test("a token made on the page speaks for its owner until it is revoked there, and is shown once", async ({
  page,
  baseURL,
}) => {
  const name = `tokens-${Date.now()}`;
  await signIn(page, name);
  const account = await accountPage(page);
  await expect(page.getByText("You have no active tokens.")).toBeVisible();
  const token = await account.makeToken("training script");
  const other = await account.makeToken("notebook");
  expect(await whoIs(baseURL, token)).toMatchObject({ status: 200, name });

  await page.reload();
  await expect(account.line("training script")).toContainText("last used");
  await expect(account.line("notebook")).toContainText("never used");
  expect(await page.content()).not.toContain(token);

  await account.revoke("training script");
  expect(await whoIs(baseURL, token)).toMatchObject({ status: 401, code: "sign_in_needed" });
  expect(await whoIs(baseURL, other)).toMatchObject({ status: 200, name });
});

test("whoever keeps a token after all goes on with it", async ({ page, baseURL }) => {
  const name = `keeper-${Date.now()}`;
  await signIn(page, name);
  const account = await accountPage(page);
  const token = await account.makeToken("nightly");
  await account.line("nightly").getByRole("button", { name: "Revoke" }).click();
  await account.line("nightly").getByRole("button", { name: "Keep" }).click();
  await expect(account.line("nightly").getByRole("button", { name: "Revoke nightly" })).toBeVisible();
  expect(await whoIs(baseURL, token)).toMatchObject({ status: 200, name });
});

test("whoever signs out is nobody to the site; their tokens stay in force", async ({ page, baseURL }) => {
  const name = `leaver-${Date.now()}`;
  await signIn(page, name);
  const account = await accountPage(page);
  const token = await account.makeToken("script");
  await account.signOut();
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  expect(await whoIs(baseURL, token)).toMatchObject({ status: 200, name });
});
