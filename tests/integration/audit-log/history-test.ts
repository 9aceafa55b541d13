import { verifyLog } from "@/server/audit-log/verify-log";
import { siteTest } from "../../fixtures/site-test";
import { submitAsTold } from "../submissions/submit-as-told";

/** Three submissions of one team, of which the second was held, and what verifies the log. */
export const historyTest = siteTest
  .extend("history", { auto: true }, async ({ site, benchmark, viewer }) => {
    for (const wrong of [300, 290, 150]) await submitAsTold(site, { benchmark, viewer, hidden: { wrong } });
  })
  .extend(
    "verify",
    ({ site }) =>
      (since?: string) =>
        verifyLog({ ctx: site.owner, input: { since } }),
  );
