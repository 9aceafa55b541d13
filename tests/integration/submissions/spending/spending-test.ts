import { quotaOf } from "@/server/submissions/quota/quota-of";
import { goOnSubmission } from "@/server/submissions/spending/go-on-submission";
import { as } from "../../../factories/as";
import { makeSubmission } from "../../../factories/make-submission";
import { scoreOriginal } from "../evaluate-as-told";
import { submissionTest } from "../submission-test";

/** A test of what the viewer's team spends, and when. */
export const spendingTest = submissionTest
  .extend("goOn", ({ site, viewer }) => (id: string, by = viewer) => {
    return goOnSubmission({ ctx: as(site, by), input: { id } });
  })
  /** A submission whose original part is done: 900 of 1,000 right. */
  .extend("scored", ({ site, viewer }) => {
    return async (benchmark: { id: string }, wish: { asks?: boolean; expectedOriginal?: number } = {}) => {
      const id = await makeSubmission(site, { benchmark, viewer, ...wish });
      await scoreOriginal(site, id);
      return id;
    };
  })
  .extend("used", ({ site, viewer }) => async (benchmark: { slug: string }) => {
    return (await quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } })).used;
  });
