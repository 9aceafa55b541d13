import { verifyLog } from "@/server/audit-log/verify-log";
import type { Researcher } from "@/server/context";
import { defaultPolicy } from "@/server/release/default-policy";
import { getSubmission } from "@/server/submissions/get-submission";
import { mergeTeams } from "@/server/teams/merge-teams";
import { type Benchmark, makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { siteTest } from "../../fixtures/site-test";
import type { Wrong } from "../submissions/evaluate-as-told";
import { submitAsTold } from "../submissions/submit-as-told";

const threeClimbs = { ...defaultPolicy(1000).policy, climbs: 3 };

/** A test with the teams "ada", "bob" and, where it is named, "eve", to be merged. */
export const mergeTest = siteTest
  .extend("benchmark", ({ site }) => makeBenchmark(site, { policy: threeClimbs }))
  .extend("ada", { auto: true }, ({ site }) => makeResearcher(site, "ada"))
  .extend("bob", { auto: true }, ({ site }) => makeResearcher(site, "bob"))
  .extend("eve", ({ site }) => makeResearcher(site, "eve"))
  .extend(
    "submit",
    ({ site, maintainer }) =>
      async (benchmark: Benchmark, viewer: Researcher, hidden: Wrong) => {
        site.wait(60_000);
        const id = await submitAsTold(site, { benchmark, viewer, hidden });
        return getSubmission({ ctx: { ...site.web, viewer: maintainer.acts.viewer }, input: { id } });
      },
  )
  .extend("merge", ({ maintainer }) => (team: string, into: string) => {
    return mergeTeams({ ctx: maintainer.acts, input: { team, into, reason: "One person, two accounts." } });
  })
  .extend("teamLadders", ({ site }) => () => {
    return site.sql`select team_id, state from guarded.ladders where scope = 'team' order by updated_at`;
  })
  .extend(
    "verified",
    ({ site }) =>
      () =>
        verifyLog({ ctx: site.owner, input: {} }),
  );
