import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkPublicLog } from "@/server/audit-log/outside/check-public-log";
import { isNeeded, replayClosedPool } from "@/server/audit-log/outside/replay-closed-pool";
import { type OpenedLine, readOpenedLines } from "@/server/audit-log/public/closed-pools";
import { listHeads } from "@/server/audit-log/public/list-heads";
import type { PublicLine } from "@/server/audit-log/public/public-line";
import { readPublicLines } from "@/server/audit-log/public/read-public-lines";
import { receiptsOf } from "@/server/audit-log/public/receipts";
import { mergeTeams } from "@/server/teams/merge-teams";
import { closeDuePools } from "@/server/test-sets/close-due-pools";
import { closePool } from "@/server/test-sets/close-pool";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeMaintainer } from "../../factories/make-maintainer";
import { makeResearcher } from "../../factories/make-researcher";
import type { Site } from "../../factories/make-site";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { submitAsTold } from "../submissions/submit-as-told";

export const day = 24 * 3_600_000;
const run = promisify(execFile);

/** All items of pages. */
async function collect<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** Two teams that become one, over three days, on a pool that is then closed for good; and what a stranger noted meanwhile. */
async function makePast(site: Site) {
  const benchmark = await makeBenchmark(site);
  const [ada, bob] = [await makeResearcher(site), await makeResearcher(site)];
  const { acts } = await makeMaintainer(site);
  const lines = () => collect(readPublicLines({ ctx: site.web, input: { from: 1 } }));
  const opened = () => collect(readOpenedLines({ ctx: site.web, input: { pool: benchmark.pool.id } }));
  const receipt = async (id: string) => (await receiptsOf(site.web.db, [id])).get(id)!;
  const early = await submitAsTold(site, { benchmark, viewer: ada, hidden: { wrong: 300 } });
  await submitAsTold(site, { benchmark, viewer: bob, hidden: { wrong: 280, from: 100 } });
  const firstDay = { receipt: await receipt(early), lines: await lines() };
  site.wait(day);
  const [yesterday] = await listHeads({ ctx: site.web });
  await submitAsTold(site, { benchmark, viewer: ada, hidden: { wrong: 290 } });
  await submitAsTold(site, { benchmark, viewer: ada, hidden: { wrong: 150 }, atLeast: 2 });
  await mergeTeams({ ctx: acts, input: { team: bob.name, into: ada.name, reason: "One person." } });
  const last = await submitAsTold(site, { benchmark, viewer: ada, hidden: { wrong: 100 } });
  const own = await receipt(last);
  await retireTestSet({ ctx: acts, input: { benchmark: benchmark.slug, testSet: "New" } });
  const asked = { benchmark: benchmark.slug, pool: "pool", reason: "A new set replaces it." };
  await closePool({ ctx: acts, input: asked });
  await closeDuePools({ ctx: site.worker });
  const tooEarly = await opened();
  site.wait(day);
  await closeDuePools({ ctx: site.worker });
  site.wait(day);
  const heads = await listHeads({ ctx: site.web });
  const now = { heads, lines: await lines(), opened: await opened() };
  return {
    pool: benchmark.pool.id,
    ...now,
    yesterday: yesterday!,
    receipt: own,
    firstDay,
    tooEarly,
    asked,
    acts,
  };
}

/** What strangers hold, and what they check it with. */
export const outsideTest = sharedSiteTest
  .extend("past", { scope: "file" }, ({ site }) => makePast(site))
  .extend(
    "opened",
    ({ site }) =>
      (pool: string) =>
        collect(readOpenedLines({ ctx: site.web, input: { pool } })),
  )
  .extend("check", ({ past: { yesterday, receipt } }) => (lines: PublicLine[]) => {
    async function* given() {
      yield* lines;
    }
    const heads = [{ head: yesterday.head, day: yesterday.day }];
    return checkPublicLog(given(), { heads, receipts: [receipt] });
  })
  .extend(
    "python",
    ({ site, past: { yesterday, receipt } }) =>
      async (lines: PublicLine[], secrets?: OpenedLine[]) => {
        const ndjson = (all: object[]) => all.map((one) => `${JSON.stringify(one)}\n`).join("");
        const files = {
          log: ndjson(lines),
          heads: JSON.stringify([yesterday]),
          receipt: JSON.stringify(receipt),
          secrets: ndjson(secrets ?? []),
        };
        const path = (name: string) => join(site.dataDir, name);
        for (const [name, text] of Object.entries(files)) await writeFile(path(name), text);
        const flags = ["--heads", path("heads"), "--receipt", path("receipt"), "--secrets", path("secrets")];
        return run("python3", ["public/check-log.py", path("log"), ...flags]).then(
          ({ stdout }) => stdout,
          ({ stderr }: { stderr: string }) => stderr,
        );
      },
  )
  .extend("replay", ({ past: { pool, lines } }) => (opened: OpenedLine[]) => {
    const kept = lines.map((line) => ({ line, fields: JSON.parse(line.public) }));
    const needed = kept.filter(({ fields }) => isNeeded(pool, fields));
    return replayClosedPool(pool, needed, new Map(opened.map((one) => [one.line, one])));
  });
