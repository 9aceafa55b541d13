import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { GET as getQuota } from "@/app/api/v1/me/quota/route";
import { GET as getMe } from "@/app/api/v1/me/route";
import { GET as getSubmission, DELETE as withdraw } from "@/app/api/v1/submissions/[id]/route";
import { GET as listMine } from "@/app/api/v1/submissions/route";
import { submissions } from "@/db/schema";
import type { SubmissionView } from "@/server/submissions/submission-schema";
import { siteUrl } from "../open-test-site";
import { visitor, withToken } from "../visitor";
import { formTest as test } from "./form-test";

test("until it has ended a submission is its team's own business; nobody else learns that it exists", async ({
  ada,
  bob,
  submitted,
}) => {
  const { id } = await submitted(ada);
  const params = { id };
  expect((await withToken(ada.token)(getSubmission, { params })).status).toBe(200);
  const absent = { id: "00000000-0000-4000-8000-000000000000" };
  for (const ask of [withToken(bob.token), visitor()]) {
    const [other, none] = [
      await ask(getSubmission, { params }),
      await ask(getSubmission, { params: absent }),
    ];
    expect(other.status).toBe(404);
    expect(await other.text()).toBe(await none.text());
  }
});

test("a submission is withdrawn by its team alone", async ({ ada, bob, submitted }) => {
  const { id } = await submitted(ada);
  expect((await withToken(bob.token)(withdraw, { method: "DELETE", params: { id } })).status).toBe(404);
  expect((await withToken(ada.token)(withdraw, { method: "DELETE", params: { id } })).status).toBe(204);
  const again = await withToken(ada.token)(withdraw, { method: "DELETE", params: { id } });
  expect([again.status, (await again.json()).code]).toEqual([409, "too_late"]);
});

test("a change asked for by cookie must come from the site's own pages", async ({ site, ada, submitted }) => {
  const { id } = await submitted(ada);
  const ask = (origin: Record<string, string>) =>
    visitor({ cookie: ada.cookie, ...origin })(withdraw, { method: "DELETE", params: { id } });
  for (const origin of [{}, { origin: "https://evil.example.org" }, { origin: "null" }] as Record<
    string,
    string
  >[]) {
    const refused = await ask(origin);
    expect([refused.status, (await refused.json()).code]).toEqual([403, "cross_site"]);
  }
  const [row] = await site.ctx.db.select().from(submissions).where(eq(submissions.id, id));
  expect(row?.state).toBe("queued");
  expect((await ask({ origin: siteUrl })).status).toBe(204);
});

test("whoever asks is told who they are and what is left", async ({ bob, slug, submitted }) => {
  const ask = withToken(bob.token);
  expect(await (await ask(getMe)).json()).toMatchObject({ name: "bob", role: "researcher" });
  await submitted(bob);
  expect(await (await ask(getQuota)).json()).toMatchObject([{ benchmark: slug, perDay: 100, usedToday: 1 }]);
  expect((await visitor()(getMe)).status).toBe(401);
  expect((await visitor()(getQuota)).status).toBe(401);
});

test("whoever asks gets the submissions of their own team, as JSON and as CSV, and a stranger gets none", async ({
  bob,
  slug,
  submitted,
}) => {
  const { id } = await submitted(bob);
  const asBob = withToken(bob.token)(listMine);
  const mine = (await (await asBob).json()) as SubmissionView[];
  expect(mine.map((one) => one.id)).toContain(id);
  expect(new Set(mine.map(({ team }) => team))).toEqual(new Set(["bob"]));
  const csv = await (await withToken(bob.token)(listMine, { path: "/?format=csv" })).text();
  expect(csv.split("\r\n")[0]).toContain("id,benchmark,name,team,state,decision");
  expect(csv).toContain(`${id},${slug},a model,bob,queued,,`);
  expect((await visitor()(listMine)).status).toBe(401);
});
