import { expect } from "vitest";
import { GET as getView } from "@/app/api/v1/audit/[view]/route";
import { withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest();

test("A site without the auditor's address says so to a maintainer, and reads nothing with another role", async ({
  site,
}) => {
  const { token } = await site.person("somebody", "maintainer");
  const answer = await withToken(token)(getView, { params: { view: "history" } });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    code: "not_configured",
    detail: expect.stringContaining("AUDIT_DATABASE_URL"),
  });
});
