import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getView } from "@/app/api/v1/audit/[view]/route";
import { openTestSite, type TestSite } from "./open-test-site";
import { withToken } from "./visitor";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(async () => await site.close());

test("A site without the auditor's address says so to a maintainer, and reads nothing with another role", async () => {
  const { token } = await site.person("somebody", "maintainer");
  const answer = await withToken(token)(getView, { params: { view: "history" } });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    code: "not_configured",
    detail: expect.stringContaining("AUDIT_DATABASE_URL"),
  });
});
